import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/** Something that a store was begun with and keeps, whatever it is configured with later. */
@Table({ tableName: 'settings', timestamps: false })
export class Setting extends Model<InferAttributes<Setting>, InferCreationAttributes<Setting>> {
  @PrimaryKey
  @Column(DataType.STRING(40))
  declare name: 'currency' | 'language';

  /** The code of the currency or language. */
  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare value: string;
}
