import { groupBy } from '@lantern/api/shared/group-by';
import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Refund } from '@lantern/db/models/refund';
import type { Told } from '../told.ts';
import { type Check, checkEach } from './check.ts';

/** Compares the payments with the provider's ledger, and with the refunds that admins were told of. */
export async function checkMoney(told: Told): Promise<Check[]> {
  const orders = new Map((await Order.findAll({ raw: true })).map((order) => [order.id, order]));
  const payments = await Payment.findAll({ raw: true });
  const paymentsOf = groupBy(payments, ({ idempotencyKey }) => idempotencyKey);
  const charges = await ProviderCharge.findAll({ raw: true });
  const chargeOf = new Map(charges.map((charge) => [charge.key, charge]));
  const refundsOf = groupBy(await Refund.findAll({ raw: true }), ({ paymentId }) => paymentId);
  const paidBackOf = groupBy(await ProviderRefund.findAll({ raw: true }), ({ chargeKey }) => chargeKey);

  return [
    checkEach(
      'every capture belongs to one order of that amount, which is paid or refunded',
      charges.filter(({ state }) => state === 'captured'),
      ({ key, amountCents, refundedCents }) => {
        const [payment, ...others] = paymentsOf.get(key) ?? [];
        const order = orders.get(payment?.orderId ?? 0);
        if (!payment || !order || others.length > 0)
          return `${key} belongs to ${others.length + (payment ? 1 : 0)} orders`;
        if (amountCents !== payment.amountCents || amountCents !== order.totalCents) {
          return `${key} captured ${amountCents} for ${order.totalCents}`;
        }
        if (['pending', 'payment_failed'].includes(order.status))
          return `${key} is captured, and its order ${order.status}`;
        const isClosed = ['cancelled', 'refunded'].includes(order.status);
        return isClosed && refundedCents !== amountCents && `${key} gave back ${refundedCents} of ${amountCents}`;
      },
    ),
    checkEach('every payment agrees with the provider', payments, ({ idempotencyKey, status, amountCents }) => {
      const charge = chargeOf.get(idempotencyKey);
      const isTaken = status === 'captured' || status === 'refunded';
      if (isTaken === (charge?.state === 'captured') && (isTaken || status === 'declined')) return null;
      return `${idempotencyKey} over ${amountCents} is ${status}, at the provider ${charge?.state}`;
    }),
    checkEach('every refund was paid back once', payments, ({ id, idempotencyKey, refundedCents }) => {
      const refunds = refundsOf.get(id) ?? [];
      const amounts = [refundedCents, sumOf(refunds), sumOf(paidBackOf.get(idempotencyKey) ?? [])];
      amounts.push(chargeOf.get(idempotencyKey)?.refundedCents ?? 0);
      if (refunds.some(({ status }) => status === 'due')) return `${idempotencyKey} has a refund that is due`;
      return new Set(amounts).size > 1 && `${idempotencyKey} gave back ${amounts.join(', ')}`;
    }),
    checkEach('every refund that an admin was told of is in the books', told.refundedCents, ([number, cents]) => {
      const order = [...orders.values()].find((one) => one.number === number);
      const payment = payments.find(({ orderId }) => orderId === order?.id);
      const isWhole = order?.status === 'cancelled' || order?.status === 'refunded';
      const booked = payment?.refundedCents ?? 0;
      return (isWhole ? booked < cents : booked !== cents) && `${number} was refunded ${cents}, and has ${booked}`;
    }),
  ];
}

function sumOf(rows: { amountCents: number }[]): number {
  return rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
