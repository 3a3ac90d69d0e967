import { AllowNull, BelongsTo, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';
import { OrderItem } from './order-item.ts';

/** How much of a line of an order is in a parcel. */
@Table({ tableName: 'parcel_items' })
export class ParcelItem extends BaseModel<ParcelItem> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare parcelId: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderItemId: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare quantity: number;

  @BelongsTo(() => OrderItem, 'orderItemId')
  declare orderItem?: OrderItem;
}
