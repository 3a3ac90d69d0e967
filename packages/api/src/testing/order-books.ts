import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Refund } from '@lantern/db/models/refund';
import { Variant } from '@lantern/db/models/variant';

/** An order's money and items as recorded by the store, the stock and the provider. */
export async function booksOf(number: string, variantId: number) {
  const order = await Order.findOne({ where: { number }, rejectOnEmpty: true });
  const payment = await Payment.findOne({ where: { orderId: order.id }, rejectOnEmpty: true });
  const refunds = await Refund.findAll({ where: { paymentId: payment.id }, raw: true });
  const charge = await ProviderCharge.findOne({ where: { key: payment.idempotencyKey }, raw: true });
  const paid = await ProviderRefund.findAll({ where: { chargeKey: payment.idempotencyKey }, raw: true });
  const sum = (rows: { amountCents: number }[]) => rows.reduce((total, { amountCents }) => total + amountCents, 0);
  return {
    order: order.status,
    payment: payment.status,
    refundedCents: payment.refundedCents,
    createdRefundCents: sum(refunds),
    pendingRefunds: refunds.filter(({ status }) => status === 'due').length,
    providerCents: charge?.refundedCents ?? 0,
    providerRefunds: paid.length,
    stock: (await Variant.unscoped().findByPk(variantId, { rejectOnEmpty: true })).stock,
  };
}
