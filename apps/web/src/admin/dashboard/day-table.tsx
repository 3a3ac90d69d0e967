import type { RouterOutputs } from '@lantern/api/types';
import { formatCents, formatDate } from '@lantern/ui/format';

export type Day = RouterOutputs['admin']['dashboard']['days'][number];

/** The chart's data as a table, newest first. */
export function DayTable({ days }: { days: Day[] }) {
  return (
    <table className="dashboard__days num">
      <caption className="visually-hidden">Each day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Revenue</th>
          <th scope="col">Orders</th>
          <th scope="col">Average</th>
          <th scope="col">New customers</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.date}>
            <th scope="row">{formatDate(day.date)}</th>
            <td>{formatCents(day.revenueCents)}</td>
            <td>{day.orders}</td>
            <td>{formatCents(day.averageOrderCents)}</td>
            <td>{day.newCustomers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
