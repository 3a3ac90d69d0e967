import type { PriceChange } from '@lantern/api/admin/products/schema';
import { parsePercent } from '@lantern/text/amount';
import { parseCents } from '@lantern/text/money';

export const priceChangeKinds = ['price', 'price_by', 'price_set'] as const satisfies PriceChange['kind'][];
export type PriceChangeKind = (typeof priceChangeKinds)[number];

/** What was typed, as a change of prices of this kind; NaN in it where that is no number. */
export function priceChangeOf(kind: PriceChangeKind, typed: string): PriceChange {
  if (kind === 'price') return { kind, percent: parsePercent(typed) ?? Number.NaN };
  if (kind === 'price_by') return { kind, byCents: parseDifference(typed) ?? Number.NaN };
  return { kind, priceCents: parseCents(typed) ?? Number.NaN };
}

/** An amount with a sign: "−1,50" → -150. Null for anything else. */
function parseDifference(typed: string): number | null {
  const [, sign, amount = ''] = /^\s*([+\-−–])?\s*(.*)$/su.exec(typed) ?? [];
  const cents = parseCents(amount);
  if (cents === null || cents === 0) return cents;
  return sign === undefined || sign === '+' ? cents : -cents;
}
