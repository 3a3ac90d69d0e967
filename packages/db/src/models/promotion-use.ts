import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** An order that uses a promotion. Deleted once the order has failed or is cancelled; kept if the promotion is removed. */
@Table({ tableName: 'promotion_uses' })
export class PromotionUse extends BaseModel<PromotionUse> {
  /** Without a foreign key: a removed promotion can be restored, with its uses. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare promotionId: number;

  /** Unique. Without a foreign key: checking one would lock the order, which is locked before promotions. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare orderId: number;

  /** The account that the order belongs to; null for a guest's, until an account claims it. */
  @Column(DataType.INTEGER)
  declare userId: number | null;

  /** That of the account or the guest when the order was placed. */
  @AllowNull(false)
  @Column(DataType.STRING(191))
  declare email: string;
}
