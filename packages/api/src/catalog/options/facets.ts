import { type ChosenOptions, isWanted, type Options } from './chosen.ts';
import { byValue } from './value-order.ts';

/** The most options of a list, and values of an option; those that are chosen come in addition. */
const MAX_OPTIONS = 4;
const MAX_VALUES = 20;

/** An option of the products in a list. */
export interface Facet {
  name: string;
  /** What it is called in the language of the answer, if that is not its name. */
  label?: string;
  values: FacetValue[];
}

interface FacetValue {
  value: string;
  /** Likewise. */
  label?: string;
  /** How many products can be had with it, among those that match all filters but this option. */
  count: number;
}

/** What a list can be narrowed down by. */
export interface Facets {
  options: Facet[];
  /** The lowest and the highest price among those that match all filters but that of the price, in cents; null without any. */
  minPriceCents: number | null;
  maxPriceCents: number | null;
}

/** So many products can be had in the same way. */
export interface AssortmentCount {
  assortment: Options[];
  count: number;
}

interface ValueTally {
  /** Products with this value, whatever is chosen. */
  all: number;
  /** Those among them that match what is chosen of other options. */
  matching: number;
}

interface OptionTally {
  products: number;
  values: Map<string, ValueTally>;
}

/** The most common options with their most common values, as far as there is anything to choose, for the products that match the filters other than options. */
export function facetsOf(groups: Iterable<AssortmentCount>, chosen: ChosenOptions): Facet[] {
  const tallies = new Map<string, OptionTally>();
  for (const group of groups) count(tallies, group, chosen);
  const common = [...tallies]
    .filter(([name, { values }]) => values.size > 1 || Object.hasOwn(chosen, name))
    .sort(([a, one], [b, other]) => other.products - one.products || compare(a, b));
  return common
    .filter(([name], at) => at < MAX_OPTIONS || Object.hasOwn(chosen, name))
    .map(([name, { values }]) => ({ name, values: valuesOf(values, Object.hasOwn(chosen, name) ? chosen[name] : []) }))
    .filter(({ name, values }) => Object.hasOwn(chosen, name) || values.some(({ count }) => count > 0));
}

/** Each product counts once for a value, however many of its variants have it. */
function count(tallies: Map<string, OptionTally>, { assortment, count }: AssortmentCount, chosen: ChosenOptions): void {
  const [named, had, matched] = [new Set<OptionTally>(), new Set<ValueTally>(), new Set<ValueTally>()];
  for (const options of assortment) {
    for (const [name, value] of Object.entries(options)) {
      const option = at(tallies, name, () => ({ products: 0, values: new Map() }));
      const tally = at(option.values, value, () => ({ all: 0, matching: 0 }));
      named.add(option);
      had.add(tally);
      if (isWanted(options, chosen, name)) matched.add(tally);
    }
  }
  for (const option of named) option.products += count;
  for (const tally of had) tally.all += count;
  for (const tally of matched) tally.matching += count;
}

function valuesOf(tallies: Map<string, ValueTally>, chosen: readonly string[] = []): FacetValue[] {
  return [...tallies]
    .sort(([a, one], [b, other]) => other.all - one.all || compare(a, b))
    .filter(([value], at) => at < MAX_VALUES || chosen.includes(value))
    .map(([value, { matching }]) => ({ value, count: matching }))
    .sort(byValue);
}

function at<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
