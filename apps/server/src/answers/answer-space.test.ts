import { seededRandom } from '@lantern/db/testing/seeded';
import { expect, test } from 'vitest';
import { Answer } from './answer.ts';
import { AnswerSpace } from './answer-space.ts';

const card = (id: number) => `{"id":${id},"name":"${'Mug '.repeat(100)}"}`;
const list = (...ids: number[]) => ({ answer: new Answer(['{"items":[', ids.map(card), ']}']) });
const textOf = (space: AnswerSpace<{ answer: Answer }>, key: string) => String(space.get(key)?.answer.body);

test('what several answers show is kept once, for as long as one of them is', () => {
  const space = new AnswerSpace<{ answer: Answer }>(100_000);
  space.set('all', list(1, 2, 3));
  const alone = space.bytes;
  space.set('reversed', list(3, 2, 1));
  expect(space.bytes - alone).toBeLessThan(card(1).length + 1000);
  space.delete('all');
  expect(space.bytes).toBeLessThan(alone + 10);
  expect(textOf(space, 'reversed')).toBe(`{"items":[${card(3)},${card(2)},${card(1)}]}`);
  space.set('reversed', list(3));
  expect(space.bytes).toBeLessThan(alone - card(1).length);
  space.clear();
  expect([space.size, space.bytes]).toEqual([0, 0]);
});

test('whatever it is given, it takes no more than its room, and gives back what it was given', () => {
  const random = seededRandom();
  const below = (bound: number) => Math.floor(random() * bound);
  const room = 60_000;
  const space = new AnswerSpace<{ answer: Answer }>(room);
  const given = new Map<string, string>();
  for (let step = 0; step < 3000; step++) {
    const key = `list ${below(200)}`;
    if (random() < 0.1) space.delete(key);
    const kept =
      random() < 0.1
        ? { answer: new Answer(Buffer.from(card(below(50)))) }
        : list(...Array.from({ length: below(40) }, () => below(50)));
    given.set(key, String(kept.answer.body));
    space.set(key, kept);
    expect(space.bytes).toBeLessThanOrEqual(room);
    const asked = `list ${below(200)}`;
    if (space.get(asked)) expect(textOf(space, asked)).toBe(given.get(asked));
  }
  expect(space.size).toBeGreaterThan(5);
  for (const key of given.keys()) space.delete(key);
  expect(space.bytes).toBe(0);
});

test('an answer that is larger than any should be is not kept, and one that was there before it is forgotten', () => {
  const space = new AnswerSpace<{ answer: Answer }>(2 ** 22);
  space.set('page', list(1));
  space.set('page', { answer: new Answer(['x'.repeat(2 ** 20)]) });
  expect(space.get('page')).toBeUndefined();
  expect(space.bytes).toBe(0);
});
