import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { Order } from './order.ts';

/** Whether documents are missing: the invoice, or credit notes of refunds. */
type Invoicing = 'due' | 'done';

/** `refund_due`: a refund was created, but the provider has yet to confirm it. */
export type PaymentStatus = 'pending' | 'captured' | 'declined' | 'refund_due' | 'refunded';

/** The store's record of a payment. It is written before the request to the provider, so that no charge goes unrecorded. */
@PartOf<Payment>({
  of: () => Order,
  by: 'orderId',
  name: 'payment',
  key: () => '',
  identity: ({ id }) => id,
  // `status` is left out: it changes when the provider confirms a refund, which is not an admin's change.
  fields: ({ refundedCents }) => ({ refundedCents }),
})
@Table({ tableName: 'payments' })
export class Payment extends BaseModel<Payment> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare provider: string;

  /** The idempotency key at the provider: one key, one charge. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  /** The provider's token for the payment method; never a card number. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare method: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare amountCents: number;

  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare refundedCents: CreationOptional<number>;

  @AllowNull(false)
  @Default('pending')
  @Column(DataType.STRING(20))
  declare status: CreationOptional<PaymentStatus>;

  /** The provider's decline code, such as `insufficient_funds`. */
  @Column(DataType.STRING(60))
  declare failureCode: string | null;

  /** Null until the payment is captured, and for good if that was before there were documents. */
  @Column(DataType.STRING(20))
  declare invoicing: CreationOptional<Invoicing | null>;
}
