import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/** Where an address of yesterday leads today. A thing that has this address now goes before it. */
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
