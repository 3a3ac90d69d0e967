import { currency } from '@lantern/text/currency';
import { inUnits, moneyFormat } from '@lantern/text/money-format';
import { formatCents, formatDate } from '@lantern/ui/format';
import { perLanguage } from '@lantern/ui/language';
import { plural } from '@lingui/core/macro';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Day } from './day-table.tsx';

const HEIGHT = 260;
/** What the axis goes up to if there is no revenue: of less than one unit, all its amounts would be the same. */
const quietCents = () => 100 * 10 ** currency().digits;
const ticks = { fill: 'var(--ink-2)', fontSize: 12 };
const dayMonth = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
);
const compact = perLanguage((locale) =>
  moneyFormat(locale, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
);

/** The revenue of each day as a bar. In a separate file, to load the chart library lazily. */
export function DayChart({ days }: { days: Day[] }) {
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart data={days} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis
          dataKey="date"
          tickFormatter={(date: string) => dayMonth().format(new Date(date))}
          tick={ticks}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          // Every so many days, as many as there is space for.
          interval="equidistantPreserveStart"
          minTickGap={24}
        />
        <YAxis
          dataKey="revenueCents"
          domain={[0, days.some(({ revenueCents }) => revenueCents > 0) ? 'auto' : quietCents()]}
          tickFormatter={(cents: number) => compact().format(inUnits(cents))}
          tick={ticks}
          tickLine={false}
          axisLine={false}
          width={52}
        />
        <Tooltip cursor={{ fill: 'var(--wash)' }} isAnimationActive={false} content={<DayNote days={days} />} />
        <Bar
          dataKey="revenueCents"
          fill="var(--accent)"
          radius={[3, 3, 0, 0]}
          maxBarSize={36}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** The tooltip. */
function DayNote({ days, active, label }: { days: Day[]; active?: boolean; label?: string | number }) {
  const day = days.find(({ date }) => date === label);
  if (!active || !day) return null;
  return (
    <div className="dashboard__day-note num">
      <b>{formatDate(day.date)}</b>
      <span>{formatCents(day.revenueCents)}</span>
      <span>{plural({ count: day.orders }, { one: '# order', other: '# orders' })}</span>
    </div>
  );
}
