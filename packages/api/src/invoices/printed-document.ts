import type { Invoice } from '@lantern/db/models/invoice';
import { type Language, languageOf } from '../words/language.ts';

/** What is printed of a document. */
export type PrintedDocument = Pick<Invoice, 'number' | 'kind' | 'issuedAt' | 'data'>;

/** "Invoice 2026-000123", "Credit note 2026-000124". */
export function documentTitle({ kind, number, data }: Pick<Invoice, 'kind' | 'number' | 'data'>): string {
  const { invoice, creditNote } = documentLanguage(data).words.documents;
  return kind === 'invoice' ? invoice(number) : creditNote(number);
}

/** `invoice-2026-000123.pdf`, `credit-note-2026-000124.pdf`. */
export function documentFile({ kind, number, data }: Pick<Invoice, 'kind' | 'number' | 'data'>): string {
  return `${documentLanguage(data).words.documents.files[kind]}-${number}.pdf`;
}

/** The language that a document was issued in, for good. */
export function documentLanguage({ language = 'en' }: Pick<Invoice['data'], 'language'>): Language {
  return languageOf(language);
}
