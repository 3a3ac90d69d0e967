import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import type { OrderStatus } from './order-status.ts';

/** What an event of the timeline says of its order: a step, or money that went back while it stayed what it was. */
export type EventStatus = OrderStatus | 'partially_refunded';

/** One entry of an order's timeline, as shopper and admin see it. */
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

  /** What it gives back, integer cents; null for an event that moves no money. */
  @Column(DataType.INTEGER)
  declare amountCents: CreationOptional<number | null>;

  /** The step that this event takes back; null for one that goes on. */
  @Column(DataType.STRING(20))
  declare withdrawn: CreationOptional<OrderStatus | null>;
}
