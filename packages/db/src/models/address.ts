import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** An address in a user's address book. Orders keep their own copy. */
@Table({ tableName: 'saved_addresses' })
export class Address extends BaseModel<Address> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare userId: number;

  /** The user's id if it is their default address, else null: so the database sees to it that there is one. */
  @Column(DataType.INTEGER)
  declare defaultOf: number | null;

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
