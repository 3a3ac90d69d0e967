import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { optionsText } from '../../lib/paths.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { waitingText } from './waiting.ts';

/** How many people get a mail when a variant is back in stock; nothing if nobody waits. */
export function WaitingNote({ productId }: { productId: number }) {
  const { data: waiting = [] } = useQuery(useTRPC().admin.products.waiting.queryOptions({ id: productId }));
  if (waiting.length === 0) return null;
  const each = waiting.map(({ options, people }) => {
    const choice = optionsText(options);
    return choice === '' ? waitingText(people) : t`${{ people: waitingText(people) }} for ${choice}`;
  });
  return (
    <p className="product-editor__waiting muted">
      {t`${{ waiting: each.join(', ') }}. They get an email as soon as it's in stock.`}
    </p>
  );
}
