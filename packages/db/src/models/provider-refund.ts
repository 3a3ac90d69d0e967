import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** A refund in the simulated provider's own records: one key, one refund. */
@Table({ tableName: 'provider_refunds' })
export class ProviderRefund extends BaseModel<ProviderRefund> {
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare key: string;

  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare chargeKey: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare amountCents: number;
}
