import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../activity/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

export type ProductStatus = 'draft' | 'active' | 'archived';

/** Something the shop sells, in one or more variants. Only `active` ones are shown. */
@Audited({ entity: 'product', label: 'name', untold: ['priceCents', 'version'] })
@Table({ tableName: 'products' })
export class Product extends AuditedModel<Product> {
  @AllowNull(false)
  @Column(DataType.STRING(160))
  declare slug: string;

  @AllowNull(false)
  @Column(DataType.STRING(160))
  declare name: string;

  @AllowNull(false)
  @Column(DataType.TEXT)
  declare description: string;

  /** One fact for the card ("Solid ash"); null where the options speak for themselves. */
  @Column(DataType.STRING(40))
  declare highlight: string | null;

  @AllowNull(false)
  @Default('draft')
  @Column(DataType.STRING(20))
  declare status: ProductStatus;

  /**
   * The lowest price of its variants, in integer cents. Kept beside them (every writer of variants
   * refreshes it) because lists sort and page by it over an index.
   */
  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare priceCents: CreationOptional<number>;

  /** Counts up with every change: whoever saves an older one is told of the conflict. */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;
}
