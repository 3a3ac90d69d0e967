import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import type { OrderStatus } from './order-status.ts';

/** The status that an event sets, or `partially_refunded` for a refund that leaves the order's status unchanged. */
export type EventStatus = OrderStatus | 'partially_refunded';

/** One entry of an order's timeline, which both the shopper and admins see. */
@Table({ tableName: 'order_events' })
export class OrderEvent extends BaseModel<OrderEvent> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: EventStatus;

  @Column(DataType.STRING(500))
  declare note: string | null;

  /** The refunded amount in integer cents; null for an event that is not a refund. */
  @Column(DataType.INTEGER)
  declare amountCents: CreationOptional<number | null>;

  /** The status that this event reverts; null for a forward transition. */
  @Column(DataType.STRING(20))
  declare withdrawn: CreationOptional<OrderStatus | null>;
}
