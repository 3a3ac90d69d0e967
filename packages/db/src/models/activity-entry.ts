import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import type { FieldChange } from '../base/field-change.ts';

/**
 * One change of one entity by an admin. `seq` has no gaps and follows the order of commits. `hash` covers
 * the entry and the previous hash, so that no entry can be altered or removed unnoticed.
 */
@Table({ tableName: 'activity_entries', timestamps: false })
export class ActivityEntry extends Model<InferAttributes<ActivityEntry>, InferCreationAttributes<ActivityEntry>> {
  @PrimaryKey
  @Column(DataType.INTEGER)
  declare seq: number;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare at: Date;

  @Column(DataType.INTEGER)
  declare actorId: number | null;

  @AllowNull(false)
  @Column(DataType.STRING(191))
  declare actorEmail: string;

  /** `entity.verb`, for example `product.update`. */
  @AllowNull(false)
  @Column(DataType.STRING(60))
  declare action: string;

  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare entityType: string;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare entityId: string;

  @AllowNull(false)
  @Column(DataType.STRING(200))
  declare entityLabel: string;

  @AllowNull(false)
  @Column(DataType.JSON)
  declare changes: FieldChange[];

  @Column(DataType.STRING(64))
  declare requestId: string | null;

  @Column(DataType.STRING(64))
  declare ip: string | null;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare previousHash: string;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare hash: string;
}
