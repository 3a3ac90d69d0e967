import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { labelOf, notePage, noteRoute } from './request-label.ts';

const requestFor = (url: string) => Object.assign(new IncomingMessage(new Socket()), { url });
const labelled = (url: string) => Object.values(labelOf(requestFor(url))).join(' ');

test.each([
  ['/trpc/cart.get', 'api cart.get'],
  ['/de/trpc/catalog.list?input=%7B%7D', 'api catalog.list'],
  ['/trpc/auth.me,cart.get?batch=1', 'api batch'],
  ['/trpc/auth.me,nothing.here?batch=1', 'api other'],
  ['/trpc/nothing.here', 'api other'],
  ['/trpc/__proto__', 'api other'],
  ['/trpc/', 'api other'],
  ['/trpc/,', 'api other'],
  ['/trpc/admin.activity.stream', 'stream admin.activity.stream'],
  ['/nothing/here', 'other other'],
])('%s counts as %s', (url, label) => expect(labelled(url)).toBe(label));

test.each([
  ['/assets/index-Bx81.js', 'file /assets/*'],
  ['/media/*', 'file /media/*'],
  ['/favicon.svg', 'file /*'],
  ['/invoices/:file', 'route /invoices/:file'],
])('what the route %s answers counts as %s', (route, label) => {
  const request = requestFor('/whatever/was/asked');
  noteRoute(request, route);
  expect(Object.values(labelOf(request)).join(' ')).toBe(label);
});

test('a page counts by its pattern, each with one label', () => {
  const labels = ['/p/mug', '/p/bowl'].map((url) => {
    const request = requestFor(url);
    notePage(request, '/p/:slug');
    return labelOf(request);
  });
  expect(labels[0]).toEqual({ kind: 'page', route: '/p/:slug' });
  expect(labels[1]).toBe(labels[0]);
  const nowhere = requestFor('/nowhere');
  noteRoute(nowhere, undefined);
  notePage(nowhere, '*');
  expect(labelOf(nowhere)).toEqual({ kind: 'page', route: 'other' });
});
