import type { CreationOptional, InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, AutoIncrement, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

/** Why stock changed; a test compares it with the database's CHECK constraint. */
export const movementReasons = [
  'initial',
  'sale',
  'payment_failed',
  'cancellation',
  'refund',
  'return',
  'admin',
  'repair',
] as const;
export type MovementReason = (typeof movementReasons)[number];

/**
 * One change of a variant's stock, written in the transaction that changes it: a variant's stock is the sum of its
 * movements. `initial` is what a new variant starts with, or what there was when movements began to be kept.
 */
@Table({ tableName: 'stock_movements', timestamps: false })
export class StockMovement extends Model<InferAttributes<StockMovement>, InferCreationAttributes<StockMovement>> {
  @PrimaryKey
  @AutoIncrement
  @Column(DataType.INTEGER)
  declare id: CreationOptional<number>;

  /** Without a foreign key, like `orderId`: checking one would lock the other row. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare variantId: number;

  /** Negative if items left the stock. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare quantity: number;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare reason: MovementReason;

  /** The order that the items went to, or came back from. */
  @Column(DataType.INTEGER)
  declare orderId: CreationOptional<number | null>;

  /** The entry of the activity log that tells the change, if an admin has made it. */
  @Column(DataType.INTEGER)
  declare entrySeq: CreationOptional<number | null>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare at: Date;
}
