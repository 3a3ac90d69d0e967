import type { InferAttributes } from 'sequelize';
import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { PartOf } from '../base/audited.ts';
import { BaseModel } from '../base/base-model.ts';
import { pick } from '../pick.ts';
import { MailText } from './mail-text.ts';

/** What an admin writes for a kind of mail in each language. */
export const mailTextFields = ['subject', 'title', 'text'] as const satisfies (keyof InferAttributes<MailText>)[];

/**
 * What an admin has written for the mails of a kind in a language other than the store's first, whose words the kind has
 * itself; null where the store's own words in this language stay.
 */
@PartOf<MailTextTranslation>({
  of: () => MailText,
  by: 'mailTextId',
  name: 'texts',
  key: ({ language }) => language,
  fields: (row) => pick(row, mailTextFields),
})
@Table({ tableName: 'mail_text_translations' })
export class MailTextTranslation extends BaseModel<MailTextTranslation> {
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare mailTextId: number;

  /** ISO 639: "de". */
  @AllowNull(false)
  @Column(DataType.STRING(3))
  declare language: string;

  @Column(DataType.STRING(150))
  declare subject: string | null;

  @Column(DataType.STRING(150))
  declare title: string | null;

  @Column(DataType.STRING(2000))
  declare text: string | null;
}
