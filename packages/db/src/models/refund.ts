import type { CreationOptional } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import { Payment } from './payment.ts';

/** `due`: created, but not confirmed yet; `done`: confirmed by the provider. */
export type RefundStatus = 'due' | 'done';

/** A refund. Written before the request to the provider, so that a crash in between does not lose it. */
@Table({ tableName: 'refunds' })
export class Refund extends BaseModel<Refund> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare paymentId: number;

  /** The idempotency key at the provider, so that repeated requests make one refund. */
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare amountCents: number;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: RefundStatus;

  /** SHA-256 of the payload that the key was first used with; null if no client chose the key. */
  @Column(DataType.STRING(64))
  declare payloadHash: CreationOptional<string | null>;

  @BelongsTo(() => Payment, 'paymentId')
  declare payment?: Payment;
}
