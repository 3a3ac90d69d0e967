import type { Currency } from './currency.ts';

/** The currency with a code, in either case. Null if there is none, or if nobody pays with it: XDR are drawing rights. */
export function knownCurrency(code: string): Currency | null {
  const upper = code.toUpperCase();
  const isPaidWith = !/^X(?:DR|SU|TS|XX)$/.test(upper);
  if (!isPaidWith || !Intl.supportedValuesOf('currency').includes(upper)) return null;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: upper,
  }).resolvedOptions();
  return { code: upper, digits: maximumFractionDigits };
}
