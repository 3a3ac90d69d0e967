import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';

/** The labels of figures that nobody edits: only a repair of the books changes them. By entity and field. */
export const repairWords = perLanguage(
  (): Record<string, Record<string, string>> => ({
    product: { nameSearch: t`Search by name` },
    user: { nameSearch: t`Search by name`, defaultAddress: t`Default address` },
    mail: { about: t`Order or return` },
    promotion: { used: t`Uses`, uses: t`Orders that use it` },
    order: {
      nameSearch: t`Search by name`,
      couponUse: t`Use of the coupon`,
      'couponUse.userId': t`Customer number of the use`,
      documents: t`Invoice and credit notes`,
      'documents.last': t`Last invoice number`,
      'payment.status': t`Payment`,
      'payment.invoicing': t`Invoicing`,
    },
  }),
);
