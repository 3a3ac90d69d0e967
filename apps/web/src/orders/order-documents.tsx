import { t } from '@lingui/core/macro';
import { FileDown } from 'lucide-react';
import type { Order } from './order-words.ts';
import './order-documents.css';

/** The invoice and credit notes of an order, as files to download. */
export function OrderDocuments({ invoiceUrl, creditNotes }: Pick<Order, 'invoiceUrl' | 'creditNotes'>) {
  if (!invoiceUrl) return null;
  return (
    <ul className="order-documents">
      <li>
        <DocumentLink url={invoiceUrl} name={t`Invoice`} />
      </li>
      {creditNotes.map(({ number, url }) => (
        <li key={number}>
          <DocumentLink url={url} name={t`Credit note ${number}`} />
        </li>
      ))}
    </ul>
  );
}

function DocumentLink({ url, name }: { url: string; name: string }) {
  return (
    <a href={url} download className="order-documents__link">
      <FileDown aria-hidden="true" />
      {name} <span className="order-documents__format">(PDF)</span>
    </a>
  );
}
