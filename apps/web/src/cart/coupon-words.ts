import { formatCents } from '@lantern/ui/format';
import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import type { Cart } from './cart-items.ts';

const percents = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** What a coupon gives: "10% off". */
export function couponWords({ kind, value }: Pick<NonNullable<Cart['coupon']>, 'kind' | 'value'>): string {
  if (kind === 'free_delivery') return t`Free delivery`;
  return kind === 'percent'
    ? t`${{ percent: percents().format(value / 100) }} off`
    : t`${{ amount: formatCents(value) }} off`;
}
