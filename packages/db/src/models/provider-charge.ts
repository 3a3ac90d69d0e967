import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** `voided`: the shop gave up on the key before any money moved; a late request finds this and stops. */
export type ChargeState = 'failed_once' | 'captured' | 'declined' | 'voided';

/**
 * A line in the simulated provider's own books. No foreign key leads here: to the shop this is
 * another company's database, and it is only reached through the provider.
 */
@Table({ tableName: 'provider_charges' })
export class ProviderCharge extends BaseModel<ProviderCharge> {
  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare key: string;

  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare method: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare amountCents: number;

  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare refundedCents: CreationOptional<number>;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare state: ChargeState;

  @Column(DataType.STRING(60))
  declare declineCode: string | null;
}
