import type { InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { User } from './user.ts';

/** A login session. The cookie holds the secret; the row holds only its hash. */
@PartOf<Session>({ of: () => User, by: 'userId', name: 'sessions' })
@Table({ tableName: 'sessions', timestamps: false })
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  @PrimaryKey
  @Column(DataType.STRING(64))
  declare id: string;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare userId: number;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare expiresAt: Date;

  @BelongsTo(() => User, 'userId')
  declare user?: User;
}
