import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import type { SummaryLine } from '@lantern/ui/order-summary';
import { discountText } from '@lantern/ui/sums';
import { t } from '@lingui/core/macro';
import { optionsText } from '../lib/paths.ts';

export type Cart = RouterOutputs['cart']['get'];

/** The lines of a cart for a summary. */
export function summaryLines({ items, coupon }: Cart): SummaryLine[] {
  return items.map(({ variantId, name, options, quantity, imageUrl, accent, lineTotalCents, discountCents }) => ({
    key: String(variantId),
    name,
    options: optionsText(options),
    quantity,
    imageUrl,
    accent,
    totalCents: lineTotalCents,
    discount: discountText(discountCents, coupon?.code ?? null),
  }));
}

/** What is no longer in stock in that quantity, in a sentence; null if everything is. */
export function shortage({ items }: Cart): string | null {
  const short = items.filter(({ available, quantity }) => available < quantity);
  if (short.length === 0) return null;
  return short
    .map((line) => {
      const { available } = line;
      const name = isolated(line.name);
      return available === 0 ? t`${name} is sold out.` : t`Only ${available} of ${name} left.`;
    })
    .join(' ');
}
