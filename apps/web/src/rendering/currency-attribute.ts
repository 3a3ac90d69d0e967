import type { Currency } from '@lantern/text/currency';

/** Of the root element: the store's currency, for the browser. With its decimals, about which programs differ. */
export function currencyAttribute({ code, digits }: Currency): string {
  return ` data-currency="${code} ${digits}"`;
}
