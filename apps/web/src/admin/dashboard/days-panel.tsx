import { Button } from '@lantern/ui/button';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { lazy, Suspense, useState } from 'react';
import { ownTimeZone } from '../shared/clock.ts';
import { type Day, DayTable } from './day-table.tsx';

const DayChart = lazy(async () => ({ default: (await import('./day-chart.tsx')).DayChart }));

/** Day by day, as a chart or as a table; for a screen reader always as the table. */
export function DaysPanel({ days, timeZone }: { days: Day[]; timeZone: string }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title="Daily revenue"
      actions={
        <Button size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      }
    >
      <p className="muted">
        {/* The reader's own calendar, which orders and the log are shown on, may have another day. */}
        {timeZone === ownTimeZone
          ? `Days and times in ${timeZone}.`
          : `Days in ${timeZone}, the store's time. Times of orders and of the log in ${ownTimeZone}, your time.`}
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
