import { MAX_OPTIONS, MAX_VALUES } from '@lantern/api/catalog/limits';
import { isPrintable } from '@lantern/text/printable';

/** Chosen values by option, such as `{ Colour: ['Moss', 'Sand'] }`. */
export type ChosenOptions = Record<string, string[]>;

/** An option's parameter in the URL begins with it, so that no other is taken for one: `?o.Colour=Moss&o.Colour=Sand`. */
export const OPTION = 'o.';

const MAX_NAME = 40;
const MAX_VALUE = 80;

/** Reads the chosen options from the URL, in an order of their own; undefined if there are none. */
export function readOptions(params: URLSearchParams): ChosenOptions | undefined {
  const chosen = new Map<string, string[]>();
  const sorted = [...new Set(params.keys())].sort();
  for (const name of sorted) {
    const option = name.slice(OPTION.length);
    if (!name.startsWith(OPTION) || !isText(option, MAX_NAME) || chosen.size === MAX_OPTIONS) continue;
    const values = [...new Set(params.getAll(name))].filter((value) => isText(value, MAX_VALUE)).sort();
    if (values.length > 0) chosen.set(option, values.slice(0, MAX_VALUES));
  }
  return chosen.size > 0 ? Object.fromEntries(chosen) : undefined;
}

/** Puts these options into the parameters instead of those that are there. */
export function setOptions(params: URLSearchParams, chosen: ChosenOptions = {}): void {
  for (const name of [...params.keys()]) if (name.startsWith(OPTION)) params.delete(name);
  for (const [option, values] of Object.entries(chosen)) {
    for (const value of values) params.append(OPTION + option, value);
  }
}

/** The options with a value chosen, or no longer; undefined if none is left. */
export function toggled(chosen: ChosenOptions = {}, option: string, value: string): ChosenOptions | undefined {
  const { [option]: values = [], ...others } = chosen;
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].sort();
  const all = next.length > 0 ? { ...others, [option]: next } : others;
  return Object.keys(all).length > 0 ? all : undefined;
}

const isText = (text: string, max: number) => text.trim() !== '' && text.length <= max && isPrintable(text);
