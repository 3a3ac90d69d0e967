import { type Currency, currency } from '@lantern/text/currency';

/** The store's currency, as the server writes it into the document. */
export function documentCurrency(): Currency {
  const [code, digits] = document.documentElement.dataset.currency?.split(' ') ?? [];
  return code ? { code, digits: Number(digits) } : currency();
}
