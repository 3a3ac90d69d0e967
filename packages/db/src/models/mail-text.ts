import type { CreationOptional } from 'sequelize';
import { AllowNull, Column, DataType, Default, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** What an admin has written for the mails of a kind; null where the store's own words stay. */
@Audited({ entity: 'mail_text', id: 'kind', label: 'kind', excluded: ['kind', 'version'] })
@Table({ tableName: 'mail_texts' })
export class MailText extends AuditedModel<MailText> {
  @AllowNull(false)
  @Column(DataType.STRING(40))
  declare kind: string;

  @Column(DataType.STRING(150))
  declare subject: string | null;

  /** The heading in the mail. */
  @Column(DataType.STRING(150))
  declare title: string | null;

  /** Paragraphs, with an empty line between them. */
  @Column(DataType.STRING(2000))
  declare text: string | null;

  /** Counts the changes, so that two admins notice each other's. */
  @AllowNull(false)
  @Default(1)
  @Column(DataType.INTEGER)
  declare version: CreationOptional<number>;

  override entityLabel(): string {
    return mailKindName(this.kind);
  }
}

/** What people call a kind of mail: "order_placed" → "Order placed". */
export function mailKindName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');
}
