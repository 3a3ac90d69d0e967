import { foldText } from '@lantern/text/fold';

/** Sorts alphabetically, ignoring case and accents; stable for equal texts. */
export function sortedByText<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: foldText(textOf(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
