import { Anchor } from '@lantern/ui/anchor';
import { formatCents } from '@lantern/ui/format';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { Tag } from '@lantern/ui/tag';
import { methodWords, refusalWords } from '../../card/payment-method.ts';
import { EarlierAttempts } from '../../orders/earlier-attempts.tsx';
import { OrderDocuments } from '../../orders/order-documents.tsx';
import { adminOrderPath } from '../paths.ts';
import type { AdminOrder } from './use-admin-order.ts';

type Payment = AdminOrder['payments'][number];
type Refund = AdminOrder['refunds'][number];

const paymentWords: Record<Payment['status'], { text: string; tone: 'plain' | 'good' | 'warn' | 'bad' }> = {
  pending: { text: 'Waiting for the provider', tone: 'warn' },
  captured: { text: 'Captured', tone: 'good' },
  declined: { text: 'Declined', tone: 'bad' },
  refund_due: { text: 'Refund in progress', tone: 'warn' },
  refunded: { text: 'Refunded', tone: 'plain' },
};

const refundWords: Record<Refund['status'], string> = {
  due: 'in progress: we keep asking the payment provider',
  done: 'refunded',
};

/** The order's payments and refunds, and earlier declined attempts. */
export function OrderMoney(order: AdminOrder) {
  const { payments, refunds, refundableCents, attempts, boughtAs } = order;
  return (
    <Panel title="Payment">
      <ul className="order-page__money">
        {payments.map(({ status, method, amountCents, failureCode, at }) => (
          <li key={at}>
            <span className="order-page__line">
              <b className="num">{formatCents(amountCents)}</b>
              <Tag tone={paymentWords[status].tone}>{paymentWords[status].text}</Tag>
            </span>
            <small>
              <Moment at={at} />
              {[methodWords(method), refusalWords(failureCode)].map((words) => words && ` · ${words}`)}
            </small>
          </li>
        ))}
        {refunds.map(({ amountCents, status, at }) => (
          <li key={`${at} ${amountCents}`}>
            <b className="num">−{formatCents(amountCents)}</b>
            <small>
              <Moment at={at} /> · {refundWords[status]}
            </small>
          </li>
        ))}
      </ul>
      {refunds.length > 0 && <p className="muted num">{formatCents(refundableCents)} refundable</p>}
      <OrderDocuments {...order} />
      {boughtAs && (
        <p className="order-page__bought">
          Paid with order <Anchor href={adminOrderPath(boughtAs)}>{boughtAs}</Anchor>
        </p>
      )}
      <EarlierAttempts attempts={attempts} pathOf={adminOrderPath} />
    </Panel>
  );
}
