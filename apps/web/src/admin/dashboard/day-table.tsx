import type { RouterOutputs } from '@lantern/api/types';
import { formatCents, formatDate, formatNumber } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';

export type Day = RouterOutputs['admin']['dashboard']['days'][number];

/** The chart's data as a table, newest first. */
export function DayTable({ days }: { days: Day[] }) {
  return (
    <table className="dashboard__days num">
      <caption className="visually-hidden">{t`Each day`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Day`}</th>
          <th scope="col">{t`Revenue`}</th>
          <th scope="col">{t`Orders`}</th>
          <th scope="col">{t`Average`}</th>
          <th scope="col">{t`New customers`}</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.date}>
            <th scope="row">{formatDate(day.date)}</th>
            <td>{formatCents(day.revenueCents)}</td>
            <td>{formatNumber(day.orders)}</td>
            <td>{formatCents(day.averageOrderCents)}</td>
            <td>{formatNumber(day.newCustomers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
