import { foldText } from '@lantern/text/fold';

/** By their letters, without regard to case and accents; what is alike in both stays in its order. */
export function sortedByText<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: foldText(textOf(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
