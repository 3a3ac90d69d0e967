import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { noCard, testCards } from './test-cards.ts';

const refusals: Record<string, MessageDescriptor> = {
  card_declined: msg`declined by the bank`,
  insufficient_funds: msg`insufficient funds`,
  voided: msg`payment cancelled`,
};

/** A payment token as text: "Card ending in 4242". */
export function methodWords(method: string): string {
  if (method === noCard.token) return t`Nothing to pay`;
  const card = testCards.find(({ token }) => token === method);
  return card ? t`Card ending in ${{ last4: card.number.slice(-4) }}` : t`Card`;
}

/** Why an attempt failed; null if it was not refused. */
export function refusalWords(failureCode: string | null): string | null {
  if (failureCode === null) return null;
  const known = refusals[failureCode];
  return known ? t(known) : t`declined`;
}
