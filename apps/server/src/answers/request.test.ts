import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { catalogRequest } from './request.ts';

const ask = (url: string, headers = {}, method = 'GET') => {
  // Only these are looked at.
  const asked = catalogRequest({ url, headers, method } as IncomingMessage);
  return asked && { reads: asked.reads, isBatch: asked.isBatch, inputs: asked.inputs() };
};
const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));

test('a query has its own input, a batch one for each', () => {
  expect(ask('/trpc/catalog.categories')).toEqual({ reads: ['categories'], isBatch: false, inputs: [undefined] });
  expect(ask(`/trpc/catalog.list?input=${input({ limit: 2 })}&x=1`)?.inputs).toEqual([{ limit: 2 }]);
  expect(ask(`/trpc/catalog.list,catalog.bySlug?batch=1&input=${input({ 1: { slug: 'mug' } })}`)).toEqual({
    reads: ['list', 'bySlug'],
    isBatch: true,
    inputs: [undefined, { slug: 'mug' }],
  });
});

test('an input that is not JSON is left to the API', () => {
  expect(ask('/trpc/catalog.list?input={')?.inputs).toBeNull();
});

test.each([
  ['another procedure', '/trpc/cart.get'],
  ['one of several that is another', '/trpc/catalog.list,cart.get?batch=1'],
  ['several without a batch', '/trpc/catalog.list,catalog.list'],
  ['more than a batch may have', `/trpc/${Array.from({ length: 21 }, () => 'catalog.list').join()}?batch=1`],
  ['a method of every object', '/trpc/catalog.constructor'],
  ['a page', '/catalog.list'],
  ['a stream', '/trpc/catalog.list', { accept: 'text/event-stream' }],
  ['results one by one', '/trpc/catalog.list', { 'trpc-accept': 'application/jsonl' }],
  ['a mutation', '/trpc/catalog.list', {}, 'POST'],
])('%s is not for the model', (_, url, headers = {}, method = 'GET') => {
  expect(ask(url, headers, method)).toBeUndefined();
});
