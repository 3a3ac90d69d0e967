import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import { nameColumn, nameKeyColumn } from '../base/name-key.ts';

export type Role = 'customer' | 'admin';

/** A user account, of a shopper or an admin. */
@Audited({ entity: 'user', label: 'email', secret: ['passwordHash'], excluded: ['nameKey'] })
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
}
