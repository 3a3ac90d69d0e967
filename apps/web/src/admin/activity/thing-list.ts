import { perLanguage } from '@lantern/ui/language';

const list = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

export interface ListPart<Item> {
  /** The item that stands here; undefined for the words in between. */
  item?: Item;
  text: string;
}

/** Items, and words about how many more there are, as a list in a sentence: "A, B, C and 117 more". */
export function listParts<Item>(items: Item[], textOf: (item: Item) => string, more: string | null): ListPart<Item>[] {
  const texts = items.map(textOf);
  if (more !== null) texts.push(more);
  let next = 0;
  return list()
    .formatToParts(texts)
    .map(({ type, value }) => {
      const item = type === 'element' ? items[next++] : undefined;
      return item === undefined ? { text: value } : { item, text: value };
    });
}
