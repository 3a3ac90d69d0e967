import { noCard, testCards } from './test-cards.ts';

const refusals: Record<string, string> = {
  card_declined: 'declined by the bank',
  insufficient_funds: 'insufficient funds',
  voided: 'payment cancelled',
};

/** A payment token as text: "Card ending in 4242". */
export function methodWords(method: string): string {
  if (method === noCard.token) return 'Nothing to pay';
  const card = testCards.find(({ token }) => token === method);
  return card ? `Card ending in ${card.number.slice(-4)}` : 'Card';
}

/** Why an attempt failed; null if it was not refused. */
export function refusalWords(failureCode: string | null): string | null {
  return failureCode === null ? null : (refusals[failureCode] ?? 'declined');
}
