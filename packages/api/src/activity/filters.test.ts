import { expect, it } from 'vitest';
import { type ActivityFilters, matches } from './filters.ts';

const entry = {
  at: '2026-11-24T18:42:07.000Z',
  actor: { id: 7, email: 'mira@lantern.shop' },
  action: 'product.update',
  entity: { type: 'product', id: '12' },
};

it.each<[ActivityFilters, boolean]>([
  [{}, true],
  [{ actor: 'Mira' }, true],
  [{ actor: 'MIRA@Lantern.Shop' }, true],
  [{ actor: 'jo@' }, false],
  [{ actor: '7' }, true],
  [{ actor: '70' }, false],
  [{ action: 'product' }, true],
  [{ action: 'product.update' }, true],
  [{ action: 'product.up' }, false],
  [{ action: 'prod' }, false],
  [{ action: 'Product' }, false],
  [{ action: 'produc_' }, false],
  [{ entity: 'product' }, true],
  [{ entity: 'product:12' }, true],
  [{ entity: 'product:1' }, false],
  [{ entity: 'product:' }, false],
  [{ from: '2026-11-24T18:42:07Z', to: '2026-11-24T18:42:07Z' }, true],
  [{ from: '2026-11-24T18:42:08Z' }, false],
  [{ to: '2026-11-24T19:00:00+02:00' }, false],
  [{ actor: 'mira', entity: 'order' }, false],
])('%j matches: %s', (filters, expected) => {
  expect(matches(entry, filters)).toBe(expected);
});
