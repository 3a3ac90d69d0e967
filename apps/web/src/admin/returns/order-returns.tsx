import { ErrorState } from '@lantern/ui/error-state';
import { Panel } from '@lantern/ui/panel';
import { SkeletonText } from '@lantern/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { ReturnedItems, ReturnStatusLabel } from '../../returns/return-list.tsx';
import { ReturnActions } from './return-actions.tsx';
import './order-returns.css';

/** The returns of an order, with their next steps. */
export function OrderReturns({ number }: { number: string }) {
  const { data, error, refetch, isFetching } = useQuery(
    useTRPC().admin.returns.list.queryOptions({ order: number, limit: 100 }),
  );
  return (
    <Panel title="Returns">
      {data ? (
        <ul className="order-returns">
          {data.items.map((returned) => (
            <li key={returned.id} className="order-returns__return">
              <p>
                <strong className="num">{returned.number}</strong> <ReturnStatusLabel status={returned.status} />
              </p>
              <ReturnedItems items={returned.items} />
              <p className="order-returns__words">
                Reason: <bdi>{returned.reason}</bdi>
              </p>
              {returned.note !== null && (
                <p className="order-returns__words">
                  Note: <bdi>{returned.note}</bdi>
                </p>
              )}
              <ReturnActions returned={returned} />
            </li>
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
