import { Anchor } from '@lantern/ui/anchor';
import { formatCents } from '@lantern/ui/format';
import { MomentDay } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { plural, t } from '@lingui/core/macro';
import { OrderStatusLabel } from '../../order-status/order-status-label.tsx';
import { isPartlyRefunded } from '../../orders/order-words.ts';
import { adminOrderPath, adminOrdersPath } from '../paths.ts';
import type { AdminUser } from './use-user-refresh.ts';

/** A user's newest orders, and their total. */
export function UserOrders({ user: { email, orderCount, spentCents, recentOrders } }: { user: AdminUser }) {
  const all = `${adminOrdersPath}?q=${encodeURIComponent(email)}`;
  const spent = formatCents(spentCents);
  return (
    <Panel
      title={t`Orders`}
      intro={
        orderCount > 0
          ? plural(orderCount, { one: `# order, ${spent} spent`, other: `# orders, ${spent} spent` })
          : undefined
      }
      actions={orderCount > 0 && <Anchor href={all}>{t`All orders`}</Anchor>}
    >
      {recentOrders.length === 0 && <p className="muted">{t`None yet.`}</p>}
      <ul className="user-page__list">
        {recentOrders.map(({ number, status, placedAt, totalCents, refundedCents }) => (
          <li key={number} className="user-page__row">
            <Anchor href={adminOrderPath(number)}>{number}</Anchor>
            <OrderStatusLabel status={status} partlyRefunded={isPartlyRefunded({ status, refundedCents })} />
            <span className="muted">
              <MomentDay at={placedAt} />
            </span>
            <span className="user-page__amount num">{formatCents(totalCents)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
