/*
 * The places of sentences. A message that has these as its values is a whole sentence in the language of the page, into
 * which the values of an entry are put when it is shown: names as links, former values struck out.
 */

/** Whoever made the change. */
export const who = '{who}';
/** The things that were changed: "order L-10482". */
export const what = '{what}';
/** The name of the field that was changed: "price". */
export const field = '{field}';
/** The variant that the field belongs to. */
export const variant = '{variant}';
export const before = '{before}';
export const after = '{after}';
/** The name that the thing has now, as a link to it. */
export const now = '{now}';
/** How many: "3 variants". */
export const count = '{count}';
export const amount = '{amount}';
/** The number of a parcel. */
export const parcel = '{parcel}';
