import { expect, test } from 'vitest';
import type { Translation } from '../../shared/languages.ts';
import { CardsAtHand } from './cards-at-hand.ts';

/** Cards that say how often the products have changed, all but the third, and what was read. */
function products() {
  const changes = new Map<number, number>();
  const reads: number[][] = [];
  const cards = new CardsAtHand((ids, language) => {
    reads.push(ids);
    const there = ids.filter((id) => id !== 3);
    return there.toReversed().map((id) => ({ id, json: `${language ?? 'en'} ${id} ${changes.get(id) ?? 0}` }));
  });
  const shown = (ids: number[], language: Translation = null) => cards.of(ids, language).map(({ json }) => json);
  return { changes, reads, cards, shown };
}

test('cards come in the order that is asked for, and are read once', () => {
  const { reads, shown } = products();
  expect(shown([2, 1])).toEqual(['en 2 0', 'en 1 0']);
  expect(shown([1, 4, 2])).toEqual(['en 1 0', 'en 4 0', 'en 2 0']);
  expect(shown([4])).toEqual(['en 4 0']);
  expect(reads).toEqual([[2, 1], [4]]);
});

test('a product that is gone is left out, and asked for again', () => {
  const { reads, shown } = products();
  expect(shown([1, 3])).toEqual(['en 1 0']);
  expect(shown([3, 1])).toEqual(['en 1 0']);
  expect(reads).toEqual([[1, 3], [3]]);
});

test('what has changed is read again, in every language', () => {
  const { changes, cards, shown } = products();
  for (const language of [null, 'de']) shown([1, 2], language);
  changes.set(1, 1).set(2, 1);
  cards.forget([1]);
  expect(shown([1, 2])).toEqual(['en 1 1', 'en 2 0']);
  expect(shown([1, 2], 'de')).toEqual(['de 1 1', 'de 2 0']);
  cards.clear();
  expect(shown([1, 2], 'de')).toEqual(['de 1 1', 'de 2 1']);
});
