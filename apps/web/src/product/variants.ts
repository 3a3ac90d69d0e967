import type { RouterOutputs } from '@lantern/api/types';

/** The parts of a variant that matter when choosing. */
export type Choice = Pick<RouterOutputs['catalog']['bySlug']['variants'][number], 'sku' | 'options' | 'stock'>;

type Pictured = Pick<RouterOutputs['catalog']['bySlug']['variants'][number], 'options' | 'imageUrl'>;

/** The variant with this SKU; else the first in stock; else the first. */
export function startingVariant<Variant extends Choice>(variants: Variant[], sku: string | null): Variant | undefined {
  return variants.find((variant) => variant.sku === sku) ?? variants.find(({ stock }) => stock > 0) ?? variants[0];
}

/** The names of the options, in the product's own order. */
export function optionNames(variants: Pick<Choice, 'options'>[]): string[] {
  return [...new Set(variants.flatMap(({ options }) => Object.keys(options)))];
}

/** The values of one option, and whether each is available with the other choices. */
export function choicesFor(variants: Choice[], name: string, chosen: Choice) {
  const values = [...new Set(variants.flatMap(({ options }) => options[name] ?? []))];
  return values.map((value) => ({ value, available: nearest(variants, chosen, name, value).stock > 0 }));
}

/** The variant with `name` set to `value` that shares the most other choices; in stock before sold out. */
export function nearest<Variant extends Choice>(
  variants: Variant[],
  chosen: Variant,
  name: string,
  value: string,
): Variant {
  const shared = ({ options }: Choice) =>
    Object.entries(chosen.options).filter(([key, own]) => options[key] === own).length;
  const fitting = variants.filter(({ options }) => options[name] === value);
  const [best] = fitting.sort((a, b) => shared(b) - shared(a) || Number(b.stock > 0) - Number(a.stock > 0));
  return best ?? chosen;
}

/** The index of a variant's picture; else of the first image whose description names the most of its choices; else 0. */
export function imageOf(images: { url: string; alt: string }[], { options, imageUrl }: Pictured): number {
  const own = images.findIndex(({ url }) => url === imageUrl);
  if (own >= 0) return own;
  const named = images.map(({ alt }) => Object.values(options).filter((value) => hasWord(alt, value)).length);
  return Math.max(0, named.indexOf(Math.max(...named)));
}

function hasWord(text: string, word: string): boolean {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${word.toLowerCase()} `);
}
