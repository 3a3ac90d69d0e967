import { FormError } from '@lantern/ui/form-error';
import { formatCents } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import type { Notice } from './steps.ts';

interface ReviewNoticeProps {
  notice: Notice | null;
  /** What is no longer in stock. */
  short: string | null;
  totalCents: number;
}

/** Why the order could not be paid, and what to do about it. */
export function ReviewNotice({ notice, short, totalCents }: ReviewNoticeProps) {
  if (short)
    return <FormError title={short}>{t`Reduce the quantity or remove the item. Nothing was charged.`}</FormError>;
  if (!notice || notice.kind === 'card_again') return null;
  if (notice.kind === 'price_changed') {
    const total = formatCents(totalCents);
    return <FormError title={notice.text}>{t`The new total is ${total}. Nothing was charged.`}</FormError>;
  }
  return <FormError>{notice.text}</FormError>;
}
