import { AllowNull, BelongsTo, Column, DataType, Table } from 'sequelize-typescript';
import { LineItem } from '../base/line-item.ts';
import { Cart } from './cart.ts';
import { Variant } from './variant.ts';

/** A line of a cart; `unitPriceCents` is the price at the time it was added, so that a price change can be shown. */
@Table({ tableName: 'cart_items' })
export class CartItem extends LineItem<CartItem> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare cartId: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare variantId: number;

  @BelongsTo(() => Cart, 'cartId')
  declare cart?: Cart;

  @BelongsTo(() => Variant, 'variantId')
  declare variant?: Variant;
}
