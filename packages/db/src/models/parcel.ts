import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, HasMany, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { Order } from './order.ts';
import { OrderItem } from './order-item.ts';
import { ParcelItem } from './parcel-item.ts';

/** What has left the store at one time. An order leaves in one parcel or in several. */
@PartOf<Parcel>({
  of: () => Order,
  by: 'orderId',
  name: 'parcels',
  include: [{ model: ParcelItem, include: [OrderItem] }],
  key: ({ position }) => String(position),
  fields: ({ items, carrier, trackingNumber, trackingUrl }) => ({
    items: (items ?? []).map(({ quantity, orderItem }) => `${quantity} × ${orderItem?.sku}`).join(', '),
    carrier,
    trackingNumber,
    trackingUrl,
  }),
})
@Table({ tableName: 'parcels' })
export class Parcel extends BaseModel<Parcel> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  /** Counts an order's parcels from 1. Unique for each order, so that none is made twice. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare position: number;

  @Column(DataType.STRING(60))
  declare carrier: CreationOptional<string | null>;

  @Column(DataType.STRING(80))
  declare trackingNumber: CreationOptional<string | null>;

  /** Where the carrier shows the way of the parcel; http or https. */
  @Column(DataType.STRING(500))
  declare trackingUrl: CreationOptional<string | null>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare shippedAt: Date;

  /** Downwards, unlike other associations: the log's entry about a parcel says what is in it. */
  @HasMany(() => ParcelItem, 'parcelId')
  declare items?: ParcelItem[];
}
