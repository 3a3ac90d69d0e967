import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { LineItem } from '../base/line-item.ts';

/** A line of an order as it was bought: name, SKU and price stay, whatever becomes of the product. */
@Table({ tableName: 'order_items' })
export class OrderItem extends LineItem<OrderItem> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  /** Where its stock goes back to; null once the variant has been deleted. */
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
}
