import type { RouterOutputs } from '@lantern/api/types';
import { formatCents } from '@lantern/text/euros';
import { Anchor } from '@lantern/ui/anchor';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { OrderStatusLabel } from '../../orders/order-status-label.tsx';
import { isPartlyRefunded } from '../../orders/order-words.ts';
import { adminOrderPath, adminOrdersPath } from '../paths.ts';
import { minuteText } from '../shared/clock.ts';

/** The newest orders, whatever the period. */
export function LatestOrders({ orders }: { orders: RouterOutputs['admin']['dashboard']['latestOrders'] }) {
  return (
    <Panel title="Latest orders">
      {orders.length === 0 && <p className="muted">No orders yet.</p>}
      <ul className="dashboard__list">
        {orders.map(({ number, status, placedAt, totalCents, refundedCents, customer }) => (
          <li key={number}>
            <span className="dashboard__name">
              <Anchor href={adminOrderPath(number)}>{number}</Anchor>
              <small>
                <bdi>{customer.name}</bdi>, <Moment at={placedAt} text={minuteText(placedAt)} />
              </small>
            </span>
            <OrderStatusLabel status={status} partlyRefunded={isPartlyRefunded({ status, refundedCents })} />
            <span className="dashboard__amount num">{formatCents(totalCents)}</span>
          </li>
        ))}
      </ul>
      <Anchor href={adminOrdersPath} className="dashboard__all">
        All orders
      </Anchor>
    </Panel>
  );
}
