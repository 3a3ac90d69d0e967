import type { CreationOptional } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import { Payment } from './payment.ts';

/** `due`: promised to the shopper; `done`: confirmed by the provider. */
export type RefundStatus = 'due' | 'done';

/** Money on its way back. Written before the provider is asked, so that a crash in between loses none. */
@Table({ tableName: 'refunds' })
export class Refund extends BaseModel<Refund> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare paymentId: number;

  /** What makes it one refund at the provider's, however often it is asked for. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare amountCents: number;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: RefundStatus;

  /** SHA-256 of what its key was first used for; null where no client chose the key. */
  @Column(DataType.STRING(64))
  declare payloadHash: CreationOptional<string | null>;

  @BelongsTo(() => Payment, 'paymentId')
  declare payment?: Payment;
}
