import { Button } from '@lantern/ui/button';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { lazy, Suspense, useState } from 'react';
import { ownTimeZone } from '../shared/clock.ts';
import { type Day, DayTable } from './day-table.tsx';

const DayChart = lazy(async () => ({ default: (await import('./day-chart.tsx')).DayChart }));

/** Daily figures as a chart or a table; screen readers always get the table. */
export function DaysPanel({ days, timeZone }: { days: Day[]; timeZone: string }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={t`Daily revenue`}
      actions={
        <Button size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? t`Show as chart` : t`Show as table`}
        </Button>
      }
    >
      <p className="muted">
        {/* In the reader's time zone, used for orders and the log, the day may be a different one. */}
        {timeZone === ownTimeZone
          ? t`Days and times in ${timeZone}.`
          : t`Days in ${timeZone}, the store's time. Times of orders and of the log in ${ownTimeZone}, your time.`}
      </p>
      {!asTable && (
        <div aria-hidden="true">
          <Suspense fallback={<SkeletonBox height={260} />}>
            <DayChart days={days} />
          </Suspense>
        </div>
      )}
      <div className={asTable ? 'dashboard__scroll' : 'visually-hidden'}>
        <DayTable days={days} />
      </div>
    </Panel>
  );
}
