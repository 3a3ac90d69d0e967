import { Anchor } from '@lantern/ui/anchor';
import { formatCents } from '@lantern/ui/format';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { Tag } from '@lantern/ui/tag';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { methodWords, refusalWords } from '../../card/payment-method.ts';
import { EarlierAttempts } from '../../orders/earlier-attempts.tsx';
import { OrderDocuments } from '../../orders/order-documents.tsx';
import { adminOrderPath } from '../paths.ts';
import type { AdminOrder } from './use-admin-order.ts';

type Payment = AdminOrder['payments'][number];
type Refund = AdminOrder['refunds'][number];

const paymentWords: Record<Payment['status'], { text: MessageDescriptor; tone: 'plain' | 'good' | 'warn' | 'bad' }> = {
  pending: { text: msg`Waiting for the provider`, tone: 'warn' },
  captured: { text: msg`Captured`, tone: 'good' },
  declined: { text: msg`Declined`, tone: 'bad' },
  refund_due: { text: msg`Refund in progress`, tone: 'warn' },
  refunded: { text: msg`Refunded`, tone: 'plain' },
};

const refundWords: Record<Refund['status'], MessageDescriptor> = {
  due: msg`in progress: we keep asking the payment provider`,
  done: msg`refunded`,
};

/** The order's payments and refunds, and earlier declined attempts. */
export function OrderMoney(order: AdminOrder) {
  const { payments, refunds, refundableCents, attempts, boughtAs } = order;
  return (
    <Panel title={t`Payment`}>
      <ul className="order-page__money">
        {payments.map(({ status, method, amountCents, failureCode, at }) => (
          <li key={at}>
            <span className="order-page__line">
              <b className="num">{formatCents(amountCents)}</b>
              <Tag tone={paymentWords[status].tone}>{t(paymentWords[status].text)}</Tag>
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
              <Moment at={at} /> · {t(refundWords[status])}
            </small>
          </li>
        ))}
      </ul>
      {refunds.length > 0 && <p className="muted num">{t`${{ amount: formatCents(refundableCents) }} refundable`}</p>}
      <OrderDocuments {...order} />
      {boughtAs && (
        <p className="order-page__bought">
          <Trans>
            Paid with order <Anchor href={adminOrderPath(boughtAs)}>{boughtAs}</Anchor>
          </Trans>
        </p>
      )}
      <EarlierAttempts attempts={attempts} pathOf={adminOrderPath} />
    </Panel>
  );
}
