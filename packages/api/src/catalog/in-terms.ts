import type { ImageFields } from '@lantern/db/models/product-image';
import { called, type Terms } from '../glossary/terms.ts';
import type { Facets } from './options/facets.ts';
import { byValue } from './options/value-order.ts';

type Options = Readonly<Record<string, string>>;
type Fact = Readonly<{ name: string; value: string }>;

/** What the glossary is asked for to show these options. */
export const sourcesIn = (options: Iterable<Options>): string[] =>
  [...options].flatMap((own) => Object.entries(own).flat());

/**
 * These variants of a product, with what they are chosen by as the glossary calls it. Values of an option that would be
 * called the same keep their own names, and so do options: else shoppers could not tell the variants apart.
 */
export function inTerms<Variant extends { options: Record<string, string> }>(
  variants: Variant[],
  terms: Terms,
): Variant[] {
  if (terms.size === 0) return variants;
  const values = new Map<string, Set<string>>();
  for (const [name, value] of variants.flatMap(({ options }) => Object.entries(options))) {
    values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  const nameOf = distinct(values.keys(), terms);
  const valuesOf = new Map([...values].map(([name, own]) => [name, distinct(own, terms)]));
  return variants.map((variant) => ({
    ...variant,
    options: Object.fromEntries(
      Object.entries(variant.options).map(([name, value]) => [
        nameOf.get(name) ?? name,
        valuesOf.get(name)?.get(value) ?? value,
      ]),
    ),
  }));
}

/** What each of these is called; nothing if two would be called the same. */
function distinct(sources: Iterable<string>, terms: Terms): Terms {
  const names = new Map([...sources].map((source) => [source, called(terms, source)]));
  return new Set(names.values()).size === names.size ? names : new Map();
}

/** The facts about a product, as the glossary calls them. */
export function factsIn(facts: readonly Fact[], terms: Terms): { name: string; value: string }[] {
  return facts.map(({ name, value }) => ({ name: called(terms, name), value: called(terms, value) }));
}

/** Images, described as the glossary does. */
export function imagesIn(images: ImageFields[], terms: Terms): ImageFields[] {
  return terms.size === 0 ? images : images.map((image) => ({ ...image, alt: called(terms, image.alt) }));
}

/** What the glossary is asked for to label these. */
export const facetSources = ({ options }: Facets): string[] =>
  options.flatMap(({ name, values }) => [name, ...values.map(({ value }) => value)]);

/**
 * Options with labels for what the glossary calls otherwise, by which values are sorted: who chooses one sends it as it is in
 * all languages.
 */
export function labelled(facets: Facets, terms: Terms): Facets {
  if (terms.size === 0) return facets;
  const labelOf = (source: string) => (terms.has(source) ? { label: called(terms, source) } : {});
  return {
    ...facets,
    options: facets.options.map(({ name, values }) => ({
      name,
      ...labelOf(name),
      values: values.map((value) => ({ ...value, ...labelOf(value.value) })).sort(byValue),
    })),
  };
}
