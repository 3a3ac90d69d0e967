import type { RouterOutputs } from '@lantern/api/types';
import { currency } from '@lantern/text/currency';
import { Chip } from '@lantern/ui/chip';
import { formatCents } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { useQueryParams } from '../lib/use-query-params.ts';

type Said = NonNullable<RouterOutputs['catalog']['search']['price']>;

/** The price read from the search query; removed, its words are searched for literally. */
export function QueryPrice({ price }: { price: Said }) {
  const [, edit] = useQueryParams();
  return (
    <p role="status">
      <Chip pressed removes onPress={() => edit((params) => params.set('literal', '1'))}>
        {queryPriceText(price)}
      </Chip>
    </p>
  );
}

/** "Under €20.00", "€20.00–€50.00", "From €20.00". */
export function queryPriceText({ minPriceCents, maxPriceCents }: Omit<Said, 'phrase'>): string {
  if (minPriceCents !== null && maxPriceCents !== null) {
    return `${formatCents(minPriceCents)}–${formatCents(maxPriceCents)}`;
  }
  const unit = 10 ** currency().digits;
  // Exclusive bounds are one cent off: under €20 is at most 1999 cents.
  if (maxPriceCents !== null) {
    return unit > 1 && maxPriceCents % unit === unit - 1
      ? t`Under ${{ price: formatCents(maxPriceCents + 1) }}`
      : t`Up to ${{ price: formatCents(maxPriceCents) }}`;
  }
  const from = minPriceCents ?? 0;
  return from % unit === 1 ? t`Over ${{ price: formatCents(from - 1) }}` : t`From ${{ price: formatCents(from) }}`;
}
