import { expect, test } from 'vitest';
import { sectionOf } from './sections.ts';

test.each([
  ['/admin', '/admin'],
  ['/admin/', '/admin'],
  ['/admin/orders', '/admin/orders'],
  ['/admin/orders/', '/admin/orders'],
  ['/admin/orders/L-1', '/admin/orders'],
  ['/admin/nothing', undefined],
])('%s is a page of %s', (pathname, to) => expect(sectionOf(pathname)?.to).toBe(to));
