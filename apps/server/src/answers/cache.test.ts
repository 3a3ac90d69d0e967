import { EventEmitter } from 'node:events';
import type { ModelEvents } from '@lantern/api/catalog/model/model';
import type { Shows } from '@lantern/api/catalog/rendered';
import { beforeEach, expect, test, vi } from 'vitest';
import { Answer } from './answer.ts';
import { AnswerCache, type Made } from './cache.ts';

class FakeModel extends EventEmitter<ModelEvents> {
  isFresh = true;
}

let model: FakeModel;
let cache: AnswerCache;
beforeEach(() => {
  model = new FakeModel();
  cache = new AnswerCache(model);
});

const made = (text: string, ...shows: Shows[]): Made => ({
  answer: new Answer(Buffer.from(text)),
  shows,
  isSlow: false,
});
const keep = (key: string, ...shows: Shows[]) => cache.make(key, async () => made(key, ...shows));
const kept = (...keys: string[]) => keys.filter((key) => cache.get(key) !== undefined);

test('a change of anything drops every answer', async () => {
  await keep('list', { cards: [1] });
  await keep('categories');
  expect(kept('list', 'categories')).toEqual(['list', 'categories']);
  model.emit('all');
  expect(kept('list', 'categories')).toEqual([]);
});

test('a changed card drops the answers that have it, and no others', async () => {
  await keep('mug', { cards: [1] });
  await keep('batch', { cards: [2] }, { cards: [3, 1] });
  await keep('bowl', { cards: [2] });
  await keep('suggestions', { offers: [1] });
  await keep('categories');
  model.emit('changed', [1, 99]);
  const all = ['mug', 'batch', 'bowl', 'suggestions', 'categories'];
  expect(kept(...all)).toEqual(['bowl', 'suggestions', 'categories']);
  model.emit('changed', [2]);
  expect(kept(...all)).toEqual(['suggestions', 'categories']);
});

test('a sale drops the page of the product only', async () => {
  await keep('list', { cards: [1, 2] });
  await keep('page', { cards: [1], pages: [1] });
  await keep('other page', { cards: [2], pages: [2] });
  model.emit('sold', [1]);
  expect(kept('list', 'page', 'other page')).toEqual(['list', 'other page']);
});

test('a changed offer drops the answers that show it, and those that any offer decides', async () => {
  await keep('suggestions', { offers: [1] });
  await keep('other suggestions', { offers: [2] });
  await keep('cheapest', { cards: [2], anyOffer: true });
  await keep('newest', { cards: [2] });
  model.emit('offered', [1]);
  expect(kept('suggestions', 'other suggestions', 'cheapest', 'newest')).toEqual(['other suggestions', 'newest']);
});

test('answers that are made quickly do not take the place of others', async () => {
  const large = 'x'.repeat(100_000);
  await cache.make('search', async () => ({ ...made(large), isSlow: true }));
  for (let page = 0; page < 500; page++) await cache.make(`list ${page}`, async () => made(large));
  expect(kept('search', 'list 0', 'list 499')).toEqual(['search', 'list 499']);
});

test('an answer that was made while something changed is not kept, and nobody joins it', async () => {
  const events = ['changed', 'offered', 'sold'] as const;
  const changes = [() => model.emit('all'), ...events.map((event) => () => model.emit(event, [1]))];
  for (const change of changes) {
    let finish = (_: Made) => {};
    const before = cache.make('mug', () => new Promise((resolve) => (finish = resolve)));
    change();
    const after = await cache.make('mug', async () => made('after', { cards: [1] }));
    finish(made('before', { cards: [1] }));
    expect((await before)?.answer.body.toString()).toBe('before');
    expect(after?.answer.body.toString()).toBe('after');
    expect(cache.get('mug')?.body.toString()).toBe('after');
    model.emit('all');
  }
});

test('while an order is committed but not announced, nothing is taken from the cache or kept in it', async () => {
  await keep('mug', { cards: [1] });
  model.isFresh = false;
  expect(kept('mug')).toEqual([]);
  await keep('bowl', { cards: [2] });
  model.isFresh = true;
  expect(kept('mug', 'bowl')).toEqual(['mug']);
});

test('requests that come at the same time share one answer, and none that must not be shared', async () => {
  const make = vi.fn(async () => made('mug'));
  await Promise.all([cache.make('mug', make), cache.make('mug', make)]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(await cache.make('missing', async () => undefined)).toBeUndefined();
  expect(kept('missing')).toEqual([]);
});

test('what cannot be made is tried again', async () => {
  const failing = cache.make('mug', () => Promise.reject(new Error('busy')));
  await expect(failing).rejects.toThrow('busy');
  await keep('mug');
  expect(kept('mug')).toEqual(['mug']);
});
