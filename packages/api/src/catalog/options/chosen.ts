/** What a variant is chosen by: `{ Colour: 'Sand', Size: 'Medium' }`. */
export type Options = Readonly<Record<string, string>>;

/** Chosen values by option: several of one are alternatives, and different options apply together. */
export type ChosenOptions = Record<string, string[]>;

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
