import type { CreationOptional, InferAttributes, InferCreationAttributes } from 'sequelize';
import { AllowNull, BelongsTo, Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { User } from './user.ts';

/** The kind of device somebody is logged in on. */
export type DeviceKind = 'desktop' | 'phone' | 'tablet';

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

  /** When it began; null if that was before sessions said so. */
  @Column(DataType.DATE(3))
  declare createdAt: CreationOptional<Date | null>;

  /** When it was last used, give or take some minutes. */
  @Column(DataType.DATE(3))
  declare usedAt: CreationOptional<Date | null>;

  /** What the browser calls itself, as `Firefox`; null if it does not say. */
  @Column(DataType.STRING(40))
  declare browser: CreationOptional<string | null>;

  /** The system it runs on, as `Windows`. */
  @Column(DataType.STRING(40))
  declare system: CreationOptional<string | null>;

  @Column(DataType.STRING(10))
  declare device: CreationOptional<DeviceKind | null>;

  @BelongsTo(() => User, 'userId')
  declare user?: User;
}
