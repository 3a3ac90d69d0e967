import { msg } from '@lingui/core/macro';
/**
 * The simulated bank's cards, each with its token. Only the token leaves the browser: the store's server never sees a
 * card number.
 */
export const testCards = [
  { number: '4242424242424242', token: 'sim_ok', does: msg`pays` },
  { number: '4000000000000002', token: 'sim_declined', does: msg`is declined` },
  { number: '4000000000009995', token: 'sim_insufficient_funds', does: msg`has insufficient funds` },
  { number: '4000000000003055', token: 'sim_slow', does: msg`pays after 3 seconds` },
  { number: '4000000000003220', token: 'sim_timeout', does: msg`pays, but the bank does not answer` },
  { number: '4000000000000119', token: 'sim_error', does: msg`fails once, then pays` },
] as const;

/** What the checkout remembers of a card. */
export interface Card {
  token: string;
  last4: string;
}

/** Instead of a card, where there is nothing to pay. */
export const noCard: Card = { token: 'none', last4: '' };

/** Turns a card number, with or without spaces, into a token; null for a number the bank does not know. */
export function tokenize(number: string): Card | null {
  const digits = number.replace(/\D/g, '');
  const card = testCards.find((known) => known.number === digits);
  return card ? { token: card.token, last4: digits.slice(-4) } : null;
}
