import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** A bulk change that was made under a key: whoever sends it again gets this answer, and nothing is done twice. */
@Table({ tableName: 'bulk_changes' })
export class BulkChange extends BaseModel<BulkChange> {
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare payloadHash: string;

  /** How many products it changed. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare changedCount: number;
}
