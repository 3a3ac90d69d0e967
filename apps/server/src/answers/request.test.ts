import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { catalogQuery, isPlainQuery, readsOf } from './request.ts';

const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));

test('a query has its own input, a batch one for each', () => {
  expect(catalogQuery('/trpc/catalog.categories')).toEqual({
    reads: ['categories'],
    isBatch: false,
    inputs: [undefined],
  });
  expect(catalogQuery(`/trpc/catalog.list?input=${input({ limit: 2 })}&x=1`)?.inputs).toEqual([{ limit: 2 }]);
  expect(catalogQuery(`/trpc/catalog.list,catalog.bySlug?batch=1&input=${input({ 1: { slug: 'mug' } })}`)).toEqual({
    reads: ['list', 'bySlug'],
    isBatch: true,
    inputs: [undefined, { slug: 'mug' }],
  });
});

test.each([
  ['another procedure', '/trpc/cart.get'],
  ['one of several that is another', '/trpc/catalog.list,cart.get?batch=1'],
  ['several without a batch', '/trpc/catalog.list,catalog.list'],
  ['more than a batch may have', `/trpc/${Array.from({ length: 21 }, () => 'catalog.list').join()}?batch=1`],
  ['a method of every object', '/trpc/catalog.constructor'],
  ['a page', '/catalog.list'],
  ['an input that is not JSON', '/trpc/catalog.list?input={'],
])('%s is left to the API', (_, url) => {
  expect(catalogQuery(url)).toBeUndefined();
});

test('the queries of an address are known without reading their inputs', () => {
  expect(readsOf('/trpc/catalog.list,catalog.bySlug?input={')).toEqual(['list', 'bySlug']);
  expect(readsOf('/trpc/catalog.list,cart.get')).toEqual([]);
});

test.each([
  ['GET', {}, true],
  ['GET', { accept: '*/*' }, true],
  ['POST', {}, false],
  ['GET', { accept: 'text/event-stream' }, false],
  ['GET', { 'trpc-accept': 'application/jsonl' }, false],
])('a %s with %j asks for plain JSON: %s', (method, headers, expected) => {
  // Only these are looked at.
  expect(isPlainQuery({ method, headers } as IncomingMessage)).toBe(expected);
});
