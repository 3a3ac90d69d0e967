import { lineTotalCents, type PricedLine } from './pricing.ts';

/** What a coupon takes off: `percent` a share of the items, in whole percent; `fixed` an amount, in cents. */
export interface Discount {
  kind: 'percent' | 'fixed' | 'free_delivery';
  /** Whole percent or cents; without meaning for `free_delivery`. */
  value: number;
}

/** What is taken off items of this worth: rounded half up to the cent, never more than their worth. */
export function discountOf({ kind, value }: Discount, eligibleCents: number): number {
  if (kind === 'free_delivery') return 0;
  return Math.min(kind === 'fixed' ? value : Math.round((eligibleCents * value) / 100), eligibleCents);
}

/**
 * Spreads a discount over amounts in proportion, by the method of the largest remainder: the shares add up to the
 * discount, and none is above its amount. Of equal remainders the first gets the cent.
 * @throws {RangeError} if the discount is above the sum of the amounts.
 */
export function spreadDiscount(discountCents: number, amounts: readonly number[]): number[] {
  const sumCents = amounts.reduce((sum, cents) => sum + cents, 0);
  if (discountCents > sumCents) throw new RangeError('A discount cannot be above what it is taken off.');
  if (discountCents === 0) return amounts.map(() => 0);
  // The products of two amounts may be above what a number holds exactly.
  const [discount, sum] = [BigInt(discountCents), BigInt(sumCents)];
  const parts = amounts.map((cents, index) => {
    const product = discount * BigInt(cents);
    return { index, cents: Number(product / sum), remainder: product % sum };
  });
  const missing = discountCents - parts.reduce((total, { cents }) => total + cents, 0);
  const byRemainder = [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, missing)) part.cents += 1;
  return parts.map(({ cents }) => cents);
}

/** The lines with their shares of a discount on those that are eligible; the others have none. */
export function discountLines<Line extends PricedLine>(
  lines: readonly Line[],
  discount: Discount,
  isEligible: (line: Line) => boolean,
): (Line & { discountCents: number })[] {
  const amounts = lines.map((line) => (isEligible(line) ? lineTotalCents(line) : 0));
  const eligibleCents = amounts.reduce((sum, cents) => sum + cents, 0);
  const shares = spreadDiscount(discountOf(discount, eligibleCents), amounts);
  return lines.map((line, index) => ({ ...line, discountCents: shares[index] ?? 0 }));
}
