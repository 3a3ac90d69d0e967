import { testCards } from '../checkout/test-cards.ts';

const refusals: Record<string, string> = {
  card_declined: 'declined by the bank',
  insufficient_funds: 'insufficient funds',
  voided: 'payment cancelled',
};

/** A provider's token in words: "Card ending in 4242". */
export function methodWords(method: string): string {
  const card = testCards.find(({ token }) => token === method);
  return card ? `Card ending in ${card.number.slice(-4)}` : 'Card';
}

/** Why a try came to nothing; null for one that nobody refused. */
export function refusalWords(failureCode: string | null): string | null {
  return failureCode === null ? null : (refusals[failureCode] ?? 'declined');
}
