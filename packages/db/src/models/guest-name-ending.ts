import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { ENDING_LENGTH } from '../base/name-endings.ts';

/** An ending of the `guestNameKey` of a guest's order, like those of users' names: see `NameEnding`. */
@Table({ tableName: 'guest_name_endings', timestamps: false })
export class GuestNameEnding extends Model<InferAttributes<GuestNameEnding>, InferCreationAttributes<GuestNameEnding>> {
  @PrimaryKey
  @Column(DataType.INTEGER)
  declare orderId: number;

  @PrimaryKey
  @Column(DataType.STRING(ENDING_LENGTH))
  declare ending: string;
}
