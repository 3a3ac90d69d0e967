import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import type { OrderStatus } from './order.ts';

/** One step of an order's timeline, as shopper and admin see it. */
@Table({ tableName: 'order_events' })
export class OrderEvent extends BaseModel<OrderEvent> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: OrderStatus;

  @Column(DataType.STRING(500))
  declare note: string | null;
}
