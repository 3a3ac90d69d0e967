import type { CreationOptional, InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, AutoIncrement, Column, DataType, Model, PrimaryKey } from 'sequelize-typescript';

/**
 * What every row of the shop has: a number of its own and the times (UTC) it was made and last changed.
 *
 * Models point from child to parent only (`@BelongsTo` on the child), so that their files never import
 * each other in a circle; a parent's children are read by a query of their own.
 */
export abstract class BaseModel<M extends Model> extends Model<InferAttributes<M>, InferCreationAttributes<M>> {
  @PrimaryKey
  @AutoIncrement
  @Column(DataType.INTEGER)
  declare id: CreationOptional<number>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare createdAt: CreationOptional<Date>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare updatedAt: CreationOptional<Date>;
}
