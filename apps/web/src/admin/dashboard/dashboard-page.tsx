import { Chip } from '@lantern/ui/chip';
import { cx } from '@lantern/ui/cx';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { plural, t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { DaysPanel } from './days-panel.tsx';
import { LatestActivity } from './latest-activity.tsx';
import { LatestOrders } from './latest-orders.tsx';
import { BestSellers, LowStock } from './product-panels.tsx';
import { Statistics } from './statistics.tsx';
import { ToDo } from './to-do.tsx';
import './dashboard-page.css';

const names = ['days'] as const;
const periods = [7, 30, 90];
const USUAL_DAYS = 30;

/** The store's performance at a glance. */
export function Component() {
  const { values, set } = useUrlState(names);
  const days = periods.find((period) => String(period) === values.days) ?? USUAL_DAYS;
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(
    useTRPC().admin.dashboard.queryOptions({ days }, { placeholderData: keepPreviousData }),
  );
  return (
    <AdminPage
      title={t`Dashboard`}
      actions={periods.map((period) => (
        <Chip
          key={period}
          pressed={period === days}
          onPress={() => set({ days: period === USUAL_DAYS ? undefined : String(period) })}
        >
          {plural({ count: period }, { one: '# day', other: '# days' })}
        </Chip>
      ))}
    >
      {error && !data ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <div className={cx('dashboard', isPlaceholderData && 'dashboard--stale')} aria-busy={isPlaceholderData}>
          {data ? (
            <>
              <ToDo counts={data.toDo} />
              <Statistics days={data.days.length} totals={data.totals} previous={data.previous} />
              <DaysPanel days={data.days} timeZone={data.timeZone} />
              <div className="dashboard__pair">
                <BestSellers products={data.bestSellers} />
                <LowStock variants={data.lowStock} />
              </div>
            </>
          ) : (
            <>
              <SkeletonBox height={44} />
              <SkeletonBox height={116} />
              <SkeletonBox height={380} />
            </>
          )}
          <div className="dashboard__pair">
            {data ? <LatestOrders orders={data.latestOrders} /> : <SkeletonBox height={480} />}
            <LatestActivity />
          </div>
        </div>
      )}
    </AdminPage>
  );
}
