import { EventEmitter } from 'node:events';
import type { ModelEvents } from '@lantern/api/catalog/model/model';
import type { CardText, Shows } from '@lantern/api/catalog/rendered';
import type { Translation } from '@lantern/api/shared/languages';
import { beforeEach, expect, test, vi } from 'vitest';
import { Answer } from './answer.ts';
import { AnswerCache, type Made } from './cache.ts';

class FakeModel extends EventEmitter<ModelEvents> {
  isFresh = true;
  /** By product and language. */
  readonly cards = new Map<string, string>();

  cardTexts(ids: number[], language: Translation): CardText[] {
    return ids.flatMap((id) => {
      const json = this.cards.get(`${id} ${language}`);
      return json === undefined ? [] : { id, json };
    });
  }
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
  language: null,
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

test('a changed card that is a part of an answer takes the place of the former, in its language', async () => {
  const list = (language: Translation, ...shows: Shows[]): Made => ({
    answer: new Answer(['[', [1, 2].map((id) => ({ id, json: `"${id} before"` })), ']']),
    ...{ shows, language, isSlow: false },
  });
  await cache.make('list', async () => list(null));
  await cache.make('Liste', async () => list('de'));
  await cache.make('with alternatives', async () => list(null, { cards: [2] }));
  await cache.make('by price', async () => list(null, { anyOffer: true }));
  const former = cache.get('list');
  model.cards.set('2 null', '"2 now"').set('2 de', '"2 jetzt"');
  model.emit('changed', [2, 3]);
  const bodies = () => ['list', 'Liste', 'with alternatives', 'by price'].map((key) => cache.get(key)?.body);
  expect(bodies()).toEqual(['["1 before","2 now"]', '["1 before","2 jetzt"]', undefined, '["1 before","2 now"]']);
  expect(cache.get('list')?.etag).toBe(new Answer(Buffer.from('["1 before","2 now"]')).etag);
  // Whoever is just sending it sends what it was.
  expect(former?.body).toBe('["1 before","2 before"]');
  model.emit('changed', [1]);
  expect(cache.get('list')).toBeUndefined();
  model.emit('offered', [2]);
  expect(bodies()).toEqual([undefined, undefined, undefined, undefined]);
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
