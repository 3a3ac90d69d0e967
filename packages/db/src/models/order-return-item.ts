import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** How much of a line of an order comes back. */
@Table({ tableName: 'order_return_items' })
export class OrderReturnItem extends BaseModel<OrderReturnItem> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare returnId: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderItemId: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare quantity: number;
}
