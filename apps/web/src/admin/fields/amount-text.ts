import { centsText } from '@lantern/text/money';
import { decimalSign } from '@lantern/ui/format';

/** Non-negative integer cents for an input field: 123450 → "1234.50", in German "1234,50". */
export function amountText(cents: number): string {
  return centsText(cents).replace('.', decimalSign());
}
