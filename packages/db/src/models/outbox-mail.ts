import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** `failed`: it is not tried again by itself. */
export type MailStatus = 'queued' | 'sent' | 'failed';

/** The words of a mail, in which `{orderNumber}` stands for the number of its order. */
export interface MailWording {
  subject: string;
  /** The heading in the mail. */
  title: string;
  /** Paragraphs, with an empty line between them. */
  text: string;
}

/** A mail, written in the transaction of the change that causes it, so that none is sent for what was rolled back. */
@Audited({
  entity: 'mail',
  label: 'recipient',
  // Admins change nothing but the status, when they send a mail again.
  excluded: [
    'kind',
    'recipient',
    'about',
    'language',
    'data',
    'attempts',
    'nextAttemptAt',
    'sentAt',
    'lastError',
    'wording',
  ],
})
@Table({ tableName: 'outbox_mails' })
export class OutboxMail extends AuditedModel<OutboxMail> {
  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare kind: string;

  @AllowNull(false)
  @Column(DataType.STRING(254))
  declare recipient: string;

  /** The number of the return or the order that it is about; null for one about an account. */
  @Column(DataType.STRING(30))
  declare about: CreationOptional<string | null>;

  /** What it is written in; null for the store's first language. */
  @Column(DataType.STRING(3))
  declare language: string | null;

  /** What the template of its kind shows. */
  @AllowNull(false)
  @Column(DataType.JSON)
  declare data: Record<string, unknown>;

  @AllowNull(false)
  @Column(DataType.STRING(20))
  declare status: MailStatus;

  @AllowNull(false)
  @Default(0)
  @Column(DataType.INTEGER)
  declare attempts: CreationOptional<number>;

  @AllowNull(false)
  @Column(DataType.DATE(3))
  declare nextAttemptAt: Date;

  @Column(DataType.DATE(3))
  declare sentAt: CreationOptional<Date | null>;

  /** The words with which it was sent; null until then. */
  @Column(DataType.JSON)
  declare wording: CreationOptional<MailWording | null>;

  /** Why the last attempt failed, for admins. */
  @Column(DataType.STRING(500))
  declare lastError: CreationOptional<string | null>;
}
