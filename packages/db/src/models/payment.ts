import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { PartOf } from '../activity/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { Order } from './order.ts';

/** `refund_due`: the money is promised back and the provider has yet to confirm it. */
export type PaymentStatus = 'pending' | 'captured' | 'declined' | 'refund_due' | 'refunded';

/** Our side of a payment. It is written before the provider is asked, so that no charge is ever unknown. */
@PartOf<Payment>({
  of: () => Order,
  by: 'orderId',
  name: 'payment',
  key: () => '',
  identity: ({ id }) => id,
  // What the provider has yet to confirm is no admin's doing.
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

  /** What makes the provider's side idempotent: one key, one charge. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  /** The provider's token; never a card number. */
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

  /** The provider's word for a refusal, such as `insufficient_funds`. */
  @Column(DataType.STRING(60))
  declare failureCode: string | null;
}
