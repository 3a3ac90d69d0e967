import { forSale } from '@lantern/db/models/variant';

/** What a variant is chosen by: `{ Colour: 'Sand', Size: 'Medium' }`. */
export type Options = Readonly<Record<string, string>>;

/** Chosen values by option: several of one are alternatives, and different options apply together. */
export type ChosenOptions = Record<string, string[]>;

/**
 * The different options of a product's variants for sale, in an order of their own: products that can be had in the same
 * way have equal ones, whatever the order of their variants.
 */
export function assortmentOf(variants: { options: Options; stock: number }[]): Options[] {
  const sorted = forSale(variants).map(({ options }) => Object.entries(options).sort(byName));
  const texts = new Set(sorted.filter((entries) => entries.length > 0).map((entries) => JSON.stringify(entries)));
  return [...texts].sort().map((text) => Object.fromEntries(JSON.parse(text)));
}

/** Whether a variant with these options is wanted; `except` is an option that does not matter. */
export function isWanted(options: Options, chosen: ChosenOptions, except?: string): boolean {
  return Object.entries(chosen).every(
    ([name, values]) => name === except || (Object.hasOwn(options, name) && values.includes(options[name] ?? '')),
  );
}

/** Whether one and the same variant has a value of each option. */
export function hasWanted(assortment: Options[], chosen: ChosenOptions): boolean {
  return !isChosen(chosen) || assortment.some((options) => isWanted(options, chosen));
}

/** Whether anything is chosen. */
export function isChosen(chosen: ChosenOptions | undefined): chosen is ChosenOptions {
  return chosen !== undefined && Object.keys(chosen).length > 0;
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
