import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/** A key that the store has made for itself, the same for all of its servers. */
@Table({ tableName: 'secrets', timestamps: false })
export class Secret extends Model<InferAttributes<Secret>, InferCreationAttributes<Secret>> {
  /** What it is for. */
  @PrimaryKey
  @Column(DataType.STRING(40))
  declare name: string;

  /** 32 random bytes, in hex. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare value: string;
}
