import type { RouterOutputs } from '@lantern/api/types';
import { formatCents } from '@lantern/ui/format';
import { Statistic } from '@lantern/ui/statistic';
import { changePercent } from './change.ts';

type Totals = RouterOutputs['admin']['dashboard']['totals'];

const figures: { key: keyof Totals; label: string; text: (value: number) => string }[] = [
  { key: 'revenueCents', label: 'Revenue', text: formatCents },
  { key: 'orders', label: 'Orders', text: countText },
  { key: 'averageOrderCents', label: 'Average order', text: formatCents },
  { key: 'newCustomers', label: 'New customers', text: countText },
];

/** The period's totals compared with the previous period. */
export function Statistics({ days, totals, previous }: { days: number; totals: Totals; previous: Totals }) {
  return (
    <dl className="dashboard__statistics">
      {figures.map(({ key, label, text }) => (
        <Statistic
          key={key}
          label={label}
          value={text(totals[key])}
          before={{
            label: `previous ${days} days`,
            value: text(previous[key]),
            changePercent: changePercent(previous[key], totals[key]),
          }}
        />
      ))}
    </dl>
  );
}

function countText(count: number): string {
  return count.toLocaleString('en');
}
