import { optionNames } from '../../product/variants.ts';
import { emptyVariant, sharedOf, type VariantDraft } from './draft.ts';

/** Suggested names for a new option. */
const usualNames = ['Size', 'Colour', 'Material'];

/** Adds an option with empty values. */
export function addOption(variants: VariantDraft[]): VariantDraft[] {
  const taken = optionNames(variants);
  const free = usualNames.find((name) => !taken.includes(name)) ?? `Option ${taken.length + 1}`;
  return variants.map((variant) => ({ ...variant, options: { ...variant.options, [free]: '' } }));
}

/** Renames an option, keeping its position and values. An empty or taken name changes nothing. */
export function renameOption(variants: VariantDraft[], from: string, to: string): VariantDraft[] {
  const name = to.trim();
  if (name === '' || optionNames(variants).includes(name)) return variants;
  return withOptions(variants, (entries) => entries.map(([key, value]) => [key === from ? name : key, value]));
}

export function removeOption(variants: VariantDraft[], name: string): VariantDraft[] {
  return withOptions(variants, (entries) => entries.filter(([key]) => key !== name));
}

/** A copy to edit: without the SKU, which has to be unique, and the stock. */
export function copyOf(variant: VariantDraft): VariantDraft {
  return { ...emptyVariant, ...sharedOf(variant), options: variant.options };
}

/** An empty row with the same options as the others. */
export function blankLike(variants: VariantDraft[]): VariantDraft {
  const options = Object.fromEntries(optionNames(variants).map((name) => [name, '']));
  const last = variants.at(-1) ?? emptyVariant;
  return { ...emptyVariant, ...sharedOf(last), options };
}

type Entries = [string, string][];

function withOptions(variants: VariantDraft[], change: (entries: Entries) => Entries): VariantDraft[] {
  return variants.map((variant) => ({
    ...variant,
    options: Object.fromEntries(change(Object.entries(variant.options))),
  }));
}
