import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Default, DefaultScope, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { pick } from '../pick.ts';
import { Product } from './product.ts';

/**
 * The editable fields of a variant. Reads, saves, the activity log, undo and the input schemas all use this
 * list, so that a field added here is in all of them or fails to compile.
 */
export const variantFields = [
  'sku',
  'options',
  'priceCents',
  'stock',
  'imageUrl',
] as const satisfies (keyof InferAttributes<Variant>)[];
export type VariantField = (typeof variantFields)[number];
export type VariantFields = Pick<InferAttributes<Variant>, VariantField>;

/** The variants that a shopper can choose from: those in stock or, if none is, all of them. */
export function forSale<Sold extends { stock: number }>(variants: Sold[]): Sold[] {
  const inStock = variants.filter(({ stock }) => stock > 0);
  return inStock.length > 0 ? inStock : variants;
}

/** The `priceCents` of a product: the lowest price of its variants for sale, in integer cents. */
export function lowestPrice(variants: { priceCents: number; stock: number }[]): number {
  return Math.min(...forSale(variants).map(({ priceCents }) => priceCents));
}

/**
 * One purchasable SKU with its price and stock. A removed variant is archived rather than deleted, because
 * orders and carts refer to it; reads skip it unless they use `Variant.unscoped()`.
 */
@PartOf<Variant>({
  of: () => Product,
  by: 'productId',
  name: 'variants',
  key: ({ sku }) => sku,
  identity: ({ id }) => id,
  fields: (row) => pick(row, [...variantFields, 'position']),
})
@DefaultScope(() => ({ where: { archivedAt: null } }))
@Table({ tableName: 'variants' })
export class Variant extends BaseModel<Variant> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare productId: number;

  /** Unique. Archiving a variant frees its SKU for others: see `archivedSku`. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare sku: string;

  /** For example `{ Colour: 'Midnight', Cable: '1.2 m' }`; empty if there is nothing to choose. */
  @AllowNull(false)
  @Column(DataType.JSON)
  declare options: Record<string, string>;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare priceCents: number;

  /** The quantity that can still be sold; a database constraint keeps it from falling below zero. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare stock: number;

  /** Its picture: one of the images of its product, by URL, since images change places. Null shows the featured one. */
  @Column(DataType.STRING(255))
  declare imageUrl: CreationOptional<string | null>;

  /** Incremented by every sale and restock, so that an edit can detect that the stock has changed since it was read. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare stockMoves: CreationOptional<number>;

  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare position: number;

  /** When it was removed from its product; null if it is not archived. */
  @Column(DataType.DATE(3))
  declare archivedAt: CreationOptional<Date | null>;

  /** Its SKU at the time it was archived. */
  @Column(DataType.STRING(64))
  declare archivedSku: CreationOptional<string | null>;

  /** Its stock at the time it was archived; the difference to `stock` was restocked since. */
  @Column(DataType.INTEGER)
  declare archivedStock: CreationOptional<number | null>;

  @BelongsTo(() => Product, 'productId')
  declare product?: Product;
}
