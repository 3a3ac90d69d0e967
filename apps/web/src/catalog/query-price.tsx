import type { RouterOutputs } from '@lantern/api/types';
import { Chip } from '@lantern/ui/chip';
import { formatCents } from '@lantern/ui/format';
import { useSearchParams } from 'react-router';

type Said = NonNullable<RouterOutputs['catalog']['search']['price']>;

/** The price that was read out of the words of a search; pressed, its words are words again. */
export function QueryPrice({ price }: { price: Said }) {
  const [, setParams] = useSearchParams();
  const literally = () =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('literal', '1');
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <p role="status">
      <Chip pressed removes onPress={literally}>
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
  // Bounds are whole cents: one below a full euro is one that the euro itself is not within.
  if (maxPriceCents !== null) {
    return maxPriceCents % 100 === 99
      ? `Under ${formatCents(maxPriceCents + 1)}`
      : `Up to ${formatCents(maxPriceCents)}`;
  }
  const from = minPriceCents ?? 0;
  return from % 100 === 1 ? `Over ${formatCents(from - 1)}` : `From ${formatCents(from)}`;
}
