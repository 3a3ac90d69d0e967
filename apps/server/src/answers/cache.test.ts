import { EventEmitter } from 'node:events';
import type { ModelEvents } from '@lantern/api/catalog/model/model';
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
  cache = new AnswerCache(model, 60_000);
});

const made = (text: string, ...productIds: number[]): Made => ({ answer: new Answer(Buffer.from(text)), productIds });
const keep = (key: string, ...productIds: number[]) => cache.make(key, async () => made(key, ...productIds));
const kept = (...keys: string[]) => keys.filter((key) => cache.get(key) !== undefined);

test('a change of anything drops every answer', async () => {
  await keep('a', 1);
  await keep('b');
  expect(kept('a', 'b')).toEqual(['a', 'b']);
  model.emit('all');
  expect(kept('a', 'b')).toEqual([]);
});

test('a change of stock drops the answers that show the product, and no others', async () => {
  await keep('mug', 1);
  await keep('mug and bowl', 1, 2);
  await keep('bowl', 2);
  await keep('categories');
  model.emit('stock', [1, 99]);
  expect(kept('mug', 'mug and bowl', 'bowl', 'categories')).toEqual(['bowl', 'categories']);
  model.emit('stock', [2]);
  expect(kept('bowl', 'categories')).toEqual(['categories']);
});

test('an answer that was made while something changed is not kept, and nobody joins it', async () => {
  for (const change of [() => model.emit('all'), () => model.emit('stock', [1])]) {
    let finish = (_: Made) => {};
    const before = cache.make('mug', () => new Promise((resolve) => (finish = resolve)));
    change();
    const after = await cache.make('mug', async () => made('after', 1));
    finish(made('before', 1));
    expect((await before)?.answer.body.toString()).toBe('before');
    expect(after?.answer.body.toString()).toBe('after');
    expect(cache.get('mug')?.body.toString()).toBe('after');
    model.emit('all');
  }
});

test('while an order is committed but not announced, nothing is taken from the cache or kept in it', async () => {
  await keep('mug', 1);
  model.isFresh = false;
  expect(kept('mug')).toEqual([]);
  await keep('bowl', 2);
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

test('an answer is kept for a limited time', async () => {
  cache = new AnswerCache(model, 1);
  await keep('mug');
  await vi.waitFor(() => expect(kept('mug')).toEqual([]));
});
