import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/**
 * The end of the activity log, in one row. A transaction that writes an entry locks it until it ends, so that
 * sequence numbers have no gaps and follow the order of commits, on any number of servers.
 */
@Table({ tableName: 'activity_head', timestamps: false })
export class ActivityHead extends Model<InferAttributes<ActivityHead>, InferCreationAttributes<ActivityHead>> {
  /** Always 1. */
  @PrimaryKey
  @Column(DataType.INTEGER)
  declare id: number;

  /** The number of the newest entry; 0 if there is none. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare seq: number;

  /** The hash of the newest entry, in hex. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare hash: string;
}
