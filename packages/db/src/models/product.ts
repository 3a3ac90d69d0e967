import type { CreationOptional, InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../activity/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import { nameColumn, nameKeyColumn } from '../base/name-key.ts';

/** What there is to enter of a product beside its lists; like `variantFields`, everything goes by it. */
export const productFields = [
  'slug',
  'name',
  'description',
  'tagline',
  'status',
] as const satisfies (keyof InferAttributes<Product>)[];
export type ProductField = (typeof productFields)[number];
export type ProductFields = Pick<InferAttributes<Product>, ProductField>;
export type ProductStatus = 'draft' | 'active' | 'archived';

/** Something the shop sells, in one or more variants. Only `active` ones are shown. */
@Audited({ entity: 'product', label: 'name', excluded: ['nameKey', 'priceCents', 'version', 'stockMovesSeen'] })
@Table({ tableName: 'products' })
export class Product extends AuditedModel<Product> {
  @AllowNull(false)
  @Column(DataType.STRING(160))
  declare slug: string;

  @AllowNull(false)
  @Column(nameColumn(160))
  declare name: string;

  /** Follows the name by itself: see `nameColumn`. */
  @Column(nameKeyColumn)
  declare nameKey: CreationOptional<string>;

  @AllowNull(false)
  @Column(DataType.TEXT)
  declare description: string;

  /** One fact for the card ("Solid ash"); null where the options speak for themselves. */
  @Column(DataType.STRING(40))
  declare tagline: string | null;

  @AllowNull(false)
  @Default('draft')
  @Column(DataType.STRING(20))
  declare status: ProductStatus;

  /**
   * The lowest price of what is for sale of it (`lowestPrice`), in integer cents. Kept beside its variants,
   * since lists sort and page by it over an index; `refreshPrices` brings it up to date.
   */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare priceCents: CreationOptional<number>;

  /**
   * As the last edit left it. What is given out besides counts up with every sale: the sum of the variants'
   * `stockMoves` less `stockMovesSeen`. Whoever saves one from before the edit is told of the conflict.
   */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;

  /** The sum of its variants' `stockMoves` at its last edit. */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare stockMovesSeen: CreationOptional<number>;
}
