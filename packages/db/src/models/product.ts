import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import { nameColumn, nameKeyColumn } from '../base/name-key.ts';

/** The editable fields of a product, without its lists; used everywhere, like `variantFields`. */
export const productFields = [
  'slug',
  'name',
  'description',
  'tagline',
  'specification',
  'status',
] as const satisfies (keyof InferAttributes<Product>)[];
export type ProductField = (typeof productFields)[number];
export type ProductFields = Pick<InferAttributes<Product>, ProductField>;
/** A row of the specification: "Material", "Lambswool". */
interface Fact {
  name: string;
  value: string;
}
export type ProductStatus = 'draft' | 'active' | 'archived';

/** A product, with one or more variants. Shoppers see only `active` products. */
@Audited({
  entity: 'product',
  label: 'name',
  excluded: ['nameKey', 'priceCents', 'version', 'stockMovesSeen', 'stock'],
})
@Table({ tableName: 'products' })
export class Product extends AuditedModel<Product> {
  @AllowNull(false)
  @Column(DataType.STRING(160))
  declare slug: string;

  @AllowNull(false)
  @Column(nameColumn(160))
  declare name: string;

  /** Follows the name automatically: see `nameColumn`. */
  @Column(nameKeyColumn)
  declare nameKey: CreationOptional<string>;

  @AllowNull(false)
  @Column(DataType.TEXT)
  declare description: string;

  /** A short line for the product card ("Solid ash"); null if the options say enough. */
  @Column(DataType.STRING(40))
  declare tagline: string | null;

  /** What it is made of, how large it is and the like, in the order in which its page lists them. */
  @AllowNull(false)
  @Default([])
  @Column(DataType.JSON)
  declare specification: CreationOptional<Fact[]>;

  @AllowNull(false)
  @Default('draft')
  @Column(DataType.STRING(20))
  declare status: ProductStatus;

  /**
   * The lowest price of its variants (`lowestPrice`), in integer cents. Denormalised because lists sort and
   * page by it with an index; `refreshPrices` updates it.
   */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare priceCents: CreationOptional<number>;

  /**
   * The version after the last edit. The API adds the stock movements since then (the sum of the variants'
   * `stockMoves` less `stockMovesSeen`). Saving with an older version is refused as a conflict.
   */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;

  /** The sum of its variants' `stockMoves` at the last edit. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare stockMovesSeen: CreationOptional<number>;

  /**
   * The items in stock over all variants, as of the last time somebody sorted by it: admins' lists bring it up to date
   * first. Everything else adds up the variants.
   */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare stock: CreationOptional<number>;
}
