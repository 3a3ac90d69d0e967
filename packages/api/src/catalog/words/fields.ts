/**
 * The places of a product in which a word is looked for, each one letter: in the full-text table a word is stored once
 * for each place, as "nmug" for mug in a name. A place's list of products is then ready to be read, without a filter.
 */
export const FIELD = {
  /** The whole name, as one word. */
  whole: 'w',
  /** The head noun of the name. */
  head: 'h',
  name: 'n',
  /** The first one to three letters of the name's words. */
  nameStart: 'm',
  /** The name, categories, options and tagline. */
  naming: 'f',
  namingStart: 'e',
  /** All of these, the description and the values of the specification. */
  any: 'a',
  /** Two or three adjacent words of the name, an option or the tagline, as one word. */
  joined: 'p',
  category: 'c',
  sku: 's',
} as const;

/** The longest beginnings of words that are stored; longer ones are looked up in the vocabulary. */
export const MAX_START = 3;
