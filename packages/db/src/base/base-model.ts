import type { CreationOptional, InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, AutoIncrement, Column, DataType, Model, PrimaryKey } from 'sequelize-typescript';

/**
 * What every row has: an id and the times (UTC) of its creation and its last change.
 *
 * Associations point from child to parent only (`@BelongsTo` on the child), so that the files of the
 * models never import each other in a cycle; the children of a row are read with a separate query.
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
