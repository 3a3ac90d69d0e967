import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { LineItem } from '../base/line-item.ts';
import { Order } from './order.ts';

/** A line of an order as it was bought: name, SKU and price do not follow later changes of the product. */
@PartOf<OrderItem>({
  of: () => Order,
  by: 'orderId',
  name: 'items',
  key: ({ sku }) => sku,
  identity: ({ id }) => id,
  fields: ({ restockedQuantity }) => ({ restockedQuantity }),
})
@Table({ tableName: 'order_items' })
export class OrderItem extends LineItem<OrderItem> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  /** The variant to restock; null once the variant has been deleted. */
  @Column(DataType.INTEGER)
  declare variantId: number | null;

  @AllowNull(false)
  @Column(DataType.STRING(160))
  declare name: string;

  @AllowNull(false)
  @Column(DataType.STRING(160))
  declare slug: string;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare sku: string;

  @AllowNull(false)
  @Column(DataType.JSON)
  declare options: Record<string, string>;

  @Column(DataType.STRING(255))
  declare imageUrl: string | null;

  /** The line's share of the order's discount, integer cents. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare discountCents: CreationOptional<number>;

  /** The quantity restocked after a cancellation or refunds. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare restockedQuantity: CreationOptional<number>;
}
