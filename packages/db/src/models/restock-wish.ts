import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/**
 * Somebody who wants one mail when a variant is back in stock; the row is deleted with the mail. There is one per variant
 * and email. `updatedAt` is when it was last asked for.
 */
@Table({ tableName: 'restock_wishes' })
export class RestockWish extends BaseModel<RestockWish> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare variantId: number;

  /** As typed: it need not be the asker's own. */
  @AllowNull(false)
  @Column(DataType.STRING(191))
  declare email: string;

  /** The account that asked under its own email: the mail then goes to the email that the account has by that time. */
  @Column(DataType.INTEGER)
  declare userId: CreationOptional<number | null>;

  /** That of the page it was last asked on; null if it is from before that was kept. */
  @Column(DataType.STRING(3))
  declare language: CreationOptional<string | null>;
}
