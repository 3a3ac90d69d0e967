import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** What the link with a token is for. */
export type TokenPurpose = 'password_reset' | 'email_verification' | 'email_change';

/**
 * A secret that was mailed to a user, who proves with it that the mailbox is theirs. There is one per user and purpose:
 * a new one replaces the previous one. The row holds only the secret's hash.
 */
@Table({ tableName: 'account_tokens' })
export class AccountToken extends BaseModel<AccountToken> {
  /** Null if the request named an address without an account: nothing was mailed, and the token opens nothing. */
  @Column(DataType.INTEGER)
  declare userId: number | null;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare purpose: TokenPurpose;

  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare tokenHash: string;

  /** The address that it was made for; for `email_change`, the new one. */
  @AllowNull(false)
  @Column(DataType.STRING(191))
  declare email: string;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare expiresAt: Date;

  @Column(DataType.DATE(3))
  declare usedAt: CreationOptional<Date | null>;
}
