import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Default, DefaultScope, Table } from 'sequelize-typescript';
import { PartOf } from '../activity/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { pick } from '../pick.ts';
import { Product } from './product.ts';

/**
 * What there is to enter of a variant. Reads, saves, the activity log, undo and the input schemas go by
 * this list: a field that is added here is in all of them, or the compiler names the place.
 */
export const variantFields = [
  'sku',
  'options',
  'priceCents',
  'stock',
] as const satisfies (keyof InferAttributes<Variant>)[];
export type VariantField = (typeof variantFields)[number];
export type VariantFields = Pick<InferAttributes<Variant>, VariantField>;

/** Those that a shopper can choose from: what is in stock or, where nothing is, all of them. */
export function forSale<Sold extends { stock: number }>(variants: Sold[]): Sold[] {
  const inStock = variants.filter(({ stock }) => stock > 0);
  return inStock.length > 0 ? inStock : variants;
}

/** A product's own `priceCents`: the lowest price among what is for sale, in integer cents. */
export function lowestPrice(variants: { priceCents: number; stock: number }[]): number {
  return Math.min(...forSale(variants).map(({ priceCents }) => priceCents));
}

/**
 * What is really bought: one SKU with its price and its stock. One that is removed keeps its row,
 * archived, since orders and carts hang on it; reads leave it out unless they ask `Variant.unscoped()`.
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

  /** Unique. An archived variant has given its own away to whoever wants it: see `archivedSku`. */
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

  /** How many can still be sold; the database refuses to let it fall below zero. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare stock: number;

  /** Counts up with every sale and return: by it an update tells that the stock it was made on has moved. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare stockMoves: CreationOptional<number>;

  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare position: number;

  /** When it was removed from its product; null while it is one of its variants. */
  @Column(DataType.DATE(3))
  declare archivedAt: CreationOptional<Date | null>;

  /** What it was called when it was archived. */
  @Column(DataType.STRING(64))
  declare archivedSku: CreationOptional<string | null>;

  /** How many there were then; what came back since is the difference to `stock`. */
  @Column(DataType.INTEGER)
  declare archivedStock: CreationOptional<number | null>;

  @BelongsTo(() => Product, 'productId')
  declare product?: Product;
}
