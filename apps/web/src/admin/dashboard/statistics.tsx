import type { RouterOutputs } from '@lantern/api/types';
import { formatCents, formatNumber } from '@lantern/ui/format';
import { Statistic } from '@lantern/ui/statistic';
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { changePercent } from './change.ts';

type Totals = RouterOutputs['admin']['dashboard']['totals'];

const figures: { key: keyof Totals; label: MessageDescriptor; text: (value: number) => string }[] = [
  { key: 'revenueCents', label: msg`Revenue`, text: formatCents },
  { key: 'orders', label: msg`Orders`, text: formatNumber },
  { key: 'averageOrderCents', label: msg`Average order`, text: formatCents },
  { key: 'newCustomers', label: msg`New customers`, text: formatNumber },
];

/** The period's totals compared with the previous period. */
export function Statistics({ days, totals, previous }: { days: number; totals: Totals; previous: Totals }) {
  return (
    <dl className="dashboard__statistics">
      {figures.map(({ key, label, text }) => (
        <Statistic
          key={key}
          label={t(label)}
          value={text(totals[key])}
          before={{
            label: plural({ count: days }, { one: 'previous # day', other: 'previous # days' }),
            value: text(previous[key]),
            changePercent: changePercent(previous[key], totals[key]),
          }}
        />
      ))}
    </dl>
  );
}
