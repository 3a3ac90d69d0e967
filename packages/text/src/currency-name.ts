import { perCurrency } from './currency.ts';
import { moneyFormat } from './money-format.ts';

/** What amounts of the currency are called in English: "euros", "Japanese yen". */
export const currencyName = perCurrency(({ code }) => {
  const parts = moneyFormat('en-GB', { currencyDisplay: 'name' }).formatToParts(2);
  return parts.find(({ type }) => type === 'currency')?.value ?? code;
});
