import type { Invoice } from '@lantern/db/models/invoice';

/** What is printed of a document. */
export type PrintedDocument = Pick<Invoice, 'number' | 'kind' | 'issuedAt' | 'data'>;

/** "Invoice 2026-000123", "Credit note 2026-000124". */
export function documentTitle({ kind, number }: Pick<Invoice, 'kind' | 'number'>): string {
  return `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number}`;
}

/** `invoice-2026-000123.pdf`, `credit-note-2026-000124.pdf`. */
export function documentFile({ kind, number }: Pick<Invoice, 'kind' | 'number'>): string {
  return `${kind.replace('_', '-')}-${number}.pdf`;
}
