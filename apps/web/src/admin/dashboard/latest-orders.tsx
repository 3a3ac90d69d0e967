import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { formatCents } from '@lantern/ui/format';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { RowList, RowListItem } from '@lantern/ui/row-list';
import { t } from '@lingui/core/macro';
import { OrderStatusLabel } from '../../order-status/order-status-label.tsx';
import { isPartlyRefunded } from '../../orders/order-words.ts';
import { adminOrderPath, adminOrdersPath } from '../paths.ts';
import { minuteText } from '../shared/clock.ts';

/** The newest orders, whatever the period. */
export function LatestOrders({ orders }: { orders: RouterOutputs['admin']['dashboard']['latestOrders'] }) {
  return (
    <Panel title={t`Latest orders`}>
      {orders.length === 0 && <p className="muted">{t`No orders yet.`}</p>}
      <RowList>
        {orders.map(({ number, status, placedAt, totalCents, refundedCents, customer }) => (
          <RowListItem
            key={number}
            href={adminOrderPath(number)}
            title={number}
            detail={
              <>
                <bdi>{customer.name}</bdi>, <Moment at={placedAt} text={minuteText(placedAt)} />
              </>
            }
            label={<OrderStatusLabel status={status} partlyRefunded={isPartlyRefunded({ status, refundedCents })} />}
            amount={{ text: formatCents(totalCents) }}
          />
        ))}
      </RowList>
      <Anchor href={adminOrdersPath} className="dashboard__all">
        {t`All orders`}
      </Anchor>
    </Panel>
  );
}
