import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/** A slug that a product or category used to have, for redirects. An entity that has this slug now takes precedence. */
@Table({ tableName: 'former_slugs', timestamps: false })
export class FormerSlug extends Model<InferAttributes<FormerSlug>, InferCreationAttributes<FormerSlug>> {
  @PrimaryKey
  @Column(DataType.STRING(20))
  declare entity: 'product' | 'category';

  @PrimaryKey
  @Column(DataType.STRING(160))
  declare slug: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare entityId: number;
}
