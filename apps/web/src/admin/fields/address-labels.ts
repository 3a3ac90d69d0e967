import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';

/** The labels of an order's addresses in the log. */
export const addressLabels = perLanguage(
  (): Record<string, string> => ({
    'shippingAddress.fullName': t`Delivery name`,
    'shippingAddress.line1': t`Delivery address`,
    'shippingAddress.line2': t`Delivery address, line 2`,
    'shippingAddress.city': t`Delivery city`,
    'shippingAddress.region': t`Delivery region`,
    'shippingAddress.postalCode': t`Delivery postal code`,
    'shippingAddress.country': t`Delivery country`,
    'shippingAddress.phone': t`Delivery phone`,
    'billingAddress.fullName': t`Billing name`,
    'billingAddress.line1': t`Billing address`,
    'billingAddress.line2': t`Billing address, line 2`,
    'billingAddress.city': t`Billing city`,
    'billingAddress.region': t`Billing region`,
    'billingAddress.postalCode': t`Billing postal code`,
    'billingAddress.country': t`Billing country`,
    'billingAddress.phone': t`Billing phone`,
  }),
);
