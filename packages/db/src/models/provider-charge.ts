import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** `voided`: the store cancelled the key before any money moved; a late request finds this and stops. */
export type ChargeState = 'failed_once' | 'captured' | 'declined' | 'voided';

/**
 * A charge in the simulated provider's own records. No foreign key refers to it: it stands for another
 * company's database, which the store reaches only through the provider's interface.
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

  /** ISO 4217. */
  @AllowNull(false)
  @Column(DataType.CHAR(3))
  declare currency: string;

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
