import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { ENDING_LENGTH, endingsOf } from '../base/name-endings.ts';

/** An ending of a user's `nameKey`: admins find users by any part of a name, and an index finds only beginnings. */
@Table({ tableName: 'name_endings', timestamps: false })
export class NameEnding extends Model<InferAttributes<NameEnding>, InferCreationAttributes<NameEnding>> {
  @PrimaryKey
  @Column(DataType.INTEGER)
  declare userId: number;

  @PrimaryKey
  @Column(DataType.STRING(ENDING_LENGTH))
  declare ending: string;
}

/** Replaces the endings of a user's name; call it in the transaction that writes the name. */
export async function saveEndings(userId: number, nameKey: string): Promise<void> {
  await NameEnding.destroy({ where: { userId } });
  await NameEnding.bulkCreate(endingsOf(nameKey).map((ending) => ({ userId, ending })));
}
