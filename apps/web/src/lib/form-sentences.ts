import { formatNumber } from '@lantern/ui/format';
import { msg, t } from '@lingui/core/macro';

/*
 * What forms say of fields, and the API of requests that have no reason, by the sentence in English: it is in the API's
 * schemas, which browsers and programs check with as well.
 */

export const sentences = [
  ...[
    msg`Please log in first.`,
    msg`This is for admins only.`,
    msg`Some fields need fixing.`,
    msg`This request cannot be read.`,
    msg`Something went wrong on our side. Please try again.`,
    msg`This contains characters that can't be used.`,
    msg`Whole numbers only.`,
    msg`At least one item.`,
    msg`This is more than one order can be worth.`,
    msg`Please enter a name.`,
    msg`Please enter a code.`,
    msg`Use letters without accents, digits and hyphens.`,
  ],
  ...[
    msg`This email is too long.`,
    msg`This does not look like an email address.`,
    msg`This is your email already.`,
    msg`Use at least 8 characters.`,
    msg`This is not a session.`,
    msg`Enter your name.`,
    msg`Enter your email, or log in.`,
    msg`Please enter your password.`,
    msg`Please enter your current password.`,
    msg`This password is based on your name, your email or our name. Please choose another one.`,
    msg`The link is not complete.`,
    msg`This is not one of our links.`,
    msg`This link is not complete.`,
  ],
  ...[
    msg`Please enter street and number.`,
    msg`Please enter a city.`,
    msg`Please enter a postal code.`,
    msg`Please enter a state or region.`,
    msg`Please choose a country.`,
    msg`Please choose how to pay.`,
    msg`This payment method is not accepted.`,
    msg`Your order was not placed.`,
    msg`Choose what you want to return.`,
    msg`Please say why you want to return this.`,
  ],
];

/** Sentences with a value in them. */
export const patterns: readonly { pattern: RegExp; words: (value: string) => string }[] = [
  {
    pattern: /^Use at most ([\d,]+) characters\.$/,
    words: (max) => t`Use at most ${{ max: numberIn(max) }} characters.`,
  },
  {
    pattern: /^Please search with at most (\d+) characters\.$/,
    words: (max) => t`Please search with at most ${max} characters.`,
  },
  { pattern: /^This is not a postal code of .+\.$/, words: () => t`This is not a postal code of that country.` },
  {
    pattern: /^We don't deliver to .+ at the moment\.$/,
    words: () => t`We don't deliver to that country at the moment.`,
  },
  {
    pattern: /^This delivery method isn't available for .+\. Please choose another\.$/,
    words: () => t`This delivery method isn't available for that country. Please choose another.`,
  },
  { pattern: /^This [\w ]+ does not exist\.$/, words: () => t`This does not exist, or no longer.` },
];

/** A number as English writes it, as the page's language does. */
const numberIn = (english: string) => formatNumber(Number(english.replaceAll(',', '')));
