import type { BulkCreateOptions, CreationOptional, UpdateOptions } from 'sequelize';
import {
  AfterCreate,
  AllowNull,
  BeforeBulkCreate,
  BeforeBulkUpdate,
  BeforeUpdate,
  Column,
  DataType,
  Default,
  Table,
} from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import { nameColumn, nameKeyColumn } from '../base/name-key.ts';
import { saveEndings } from './name-ending.ts';

export type Role = 'customer' | 'admin';

/** A user account, of a shopper or an admin. */
@Audited({
  entity: 'user',
  label: 'email',
  secret: ['passwordHash'],
  excluded: ['nameKey', 'emailVerifiedAt', 'lastLoginAt', 'language'],
})
@Table({ tableName: 'users' })
export class User extends AuditedModel<User> {
  /** Stored normalised (`normalizeEmail`), so that one mailbox is one account. */
  @AllowNull(false)
  @Column(DataType.STRING(191))
  declare email: string;

  @AllowNull(false)
  @Column(nameColumn(100))
  declare name: string;

  /** Follows the name automatically: see `nameColumn`. */
  @Column(nameKeyColumn)
  declare nameKey: CreationOptional<string>;

  /** Argon2id in PHC format; never leaves the server. */
  @AllowNull(false)
  @Column(DataType.STRING(255))
  declare passwordHash: string;

  @AllowNull(false)
  @Default('customer')
  @Column(DataType.STRING(20))
  declare role: Role;

  @AllowNull(false)
  @Default(false)
  @Column(DataType.BOOLEAN)
  declare disabled: boolean;

  /** When they proved that the mailbox is theirs; null if they have not, for the current address. */
  @Column(DataType.DATE(3))
  declare emailVerifiedAt: CreationOptional<Date | null>;

  /** When they last logged in, or registered; null if that was before this was noted, or never. */
  @Column(DataType.DATE(3))
  declare lastLoginAt: CreationOptional<Date | null>;

  /**
   * ISO 639: the language that they are written to in about whatever is not an order. That of the page on which they
   * registered, or chose another one since; null from before that was kept.
   */
  @Column(DataType.STRING(3))
  declare language: CreationOptional<string | null>;

  @AfterCreate
  static saveEndings({ id, nameKey }: User): Promise<void> {
    return saveEndings(id, nameKey);
  }

  @BeforeUpdate
  static async replaceEndings(user: User): Promise<void> {
    if (user.changed('nameKey')) await saveEndings(user.id, user.nameKey);
  }

  /** Whoever had the previous mailbox may not have the new one. */
  @BeforeUpdate
  static forgetVerification(user: User): void {
    if (user.changed('email') && !user.changed('emailVerifiedAt')) user.emailVerifiedAt = null;
  }

  /** Writing several rows at once would skip the hooks above. */
  @BeforeBulkCreate
  static eachCreated(_: User[], options: BulkCreateOptions): void {
    options.individualHooks = true;
  }

  @BeforeBulkUpdate
  static eachRenamed(options: UpdateOptions & { attributes?: object }): void {
    if (options.attributes && 'name' in options.attributes) options.individualHooks = true;
  }
}
