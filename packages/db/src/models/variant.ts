import { AllowNull, BelongsTo, Column, DataType, Default, Table } from 'sequelize-typescript';
import { PartOf } from '../activity/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { Product } from './product.ts';

/** What is really bought: one SKU with its price and the pieces on the shelf. */
@PartOf<Variant>({
  of: () => Product,
  by: 'productId',
  as: 'variants',
  key: ({ sku }) => sku,
  same: ({ id }) => id,
  tell: ({ sku, options, priceCents, stock, position }) => ({ sku, options, priceCents, stock, position }),
})
@Table({ tableName: 'variants' })
export class Variant extends BaseModel<Variant> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare productId: number;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare sku: string;

  /** For example `{ Colour: 'Midnight', Cable: '1.2 m' }`; empty where there is nothing to choose. */
  @AllowNull(false)
  @Column(DataType.JSON)
  declare options: Record<string, string>;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare priceCents: number;

  /** Pieces that can still be sold; the database refuses to let it fall below zero. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare stock: number;

  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare position: number;

  @BelongsTo(() => Product, 'productId')
  declare product?: Product;
}
