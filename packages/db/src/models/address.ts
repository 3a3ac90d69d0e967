import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** A user's saved shipping address, at most one per user. Orders keep their own copy. */
@Table({ tableName: 'addresses' })
export class Address extends BaseModel<Address> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare userId: number;

  @AllowNull(false)
  @Column(DataType.STRING(100))
  declare fullName: string;

  @AllowNull(false)
  @Column(DataType.STRING(120))
  declare line1: string;

  @Column(DataType.STRING(120))
  declare line2: string | null;

  @AllowNull(false)
  @Column(DataType.STRING(80))
  declare city: string;

  @Column(DataType.STRING(80))
  declare region: string | null;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare postalCode: string;

  /** ISO 3166-1 alpha-2. */
  @AllowNull(false)
  @Column(DataType.STRING(2))
  declare country: string;

  @Column(DataType.STRING(30))
  declare phone: string | null;
}
