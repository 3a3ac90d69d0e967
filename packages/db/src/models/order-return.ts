import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, HasMany, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import { OrderReturnItem } from './order-return-item.ts';

/** `requested` by the customer, then `accepted` or `refused` by an admin; `received` once the items are back. */
export type ReturnStatus = 'requested' | 'accepted' | 'refused' | 'received';

/** Items of a delivered order that its customer wants to send back. */
@Audited({
  entity: 'return',
  label: 'number',
  // What the customer asked for never changes, and the times follow from the status.
  excluded: ['orderId', 'number', 'reason', 'requestedAt', 'decidedAt', 'receivedAt'],
})
@Table({ tableName: 'order_returns' })
export class OrderReturn extends AuditedModel<OrderReturn> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  /** The order's number and the place among its returns, `L-22223333-R1`: what the customer writes on the parcel. */
  @AllowNull(false)
  @Column(DataType.STRING(30))
  declare number: string;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: ReturnStatus;

  /** The customer's words. */
  @AllowNull(false)
  @Column(DataType.STRING(500))
  declare reason: string;

  /** The store's words about its decision, for the customer. */
  @Column(DataType.STRING(500))
  declare note: CreationOptional<string | null>;

  /** Whether the items went back in stock when they were received. */
  @AllowNull(false)
  @Default(false)
  @Column(DataType.BOOLEAN)
  declare restocked: CreationOptional<boolean>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare requestedAt: Date;

  @Column(DataType.DATE(3))
  declare decidedAt: CreationOptional<Date | null>;

  @Column(DataType.DATE(3))
  declare receivedAt: CreationOptional<Date | null>;

  /** Downwards, unlike most associations: without its items, a return says nothing. */
  @HasMany(() => OrderReturnItem, 'returnId')
  declare items?: OrderReturnItem[];
}
