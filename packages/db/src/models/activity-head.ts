import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/**
 * The end of the activity log, in one row. Whoever writes an entry locks it until his transaction is
 * over: so the numbers have no gaps and follow the order of commits, on any number of servers.
 */
@Table({ tableName: 'activity_head', timestamps: false })
export class ActivityHead extends Model<InferAttributes<ActivityHead>, InferCreationAttributes<ActivityHead>> {
  /** Always 1. */
  @PrimaryKey
  @Column(DataType.INTEGER)
  declare id: number;

  /** The newest entry's number; 0 before the first. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare seq: number;

  /** Its hash, hex. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare hash: string;
}
