import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** A bulk change made with an idempotency key: repeating the request returns the same result without another change. */
@Table({ tableName: 'bulk_changes' })
export class BulkChange extends BaseModel<BulkChange> {
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare idempotencyKey: string;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare payloadHash: string;

  /** The number of products that it changed. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare changedCount: number;
}
