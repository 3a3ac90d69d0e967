import { ErrorState } from '@lantern/ui/error-state';
import { Panel } from '@lantern/ui/panel';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { ReturnedItems, ReturnStatusLabel } from '../../returns/return-list.tsx';
import { ReturnActions } from './return-actions.tsx';
import type { AdminReturn } from './use-return-change.ts';
import './order-returns.css';

/** The returns of an order, with their next steps. */
export function OrderReturns({ number }: { number: string }) {
  const { data, error, refetch, isFetching } = useQuery(
    useTRPC().admin.returns.list.queryOptions({ order: number, limit: 100 }),
  );
  return (
    <Panel title={t`Returns`}>
      {data ? (
        <ul className="order-returns">
          {data.items.map((returned) => (
            <OrderReturn key={returned.id} returned={returned} />
          ))}
        </ul>
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonText lines={3} />
      )}
    </Panel>
  );
}

function OrderReturn({ returned }: { returned: AdminReturn }) {
  const { number, status, items, reason, note } = returned;
  return (
    <li className="order-returns__return">
      <p>
        <strong className="num">{number}</strong> <ReturnStatusLabel status={status} />
      </p>
      <ReturnedItems items={items} />
      <p className="order-returns__words">
        <Trans>
          Reason: <bdi>{reason}</bdi>
        </Trans>
      </p>
      {note !== null && (
        <p className="order-returns__words">
          <Trans>
            Note: <bdi>{note}</bdi>
          </Trans>
        </p>
      )}
      <ReturnActions returned={returned} />
    </li>
  );
}
