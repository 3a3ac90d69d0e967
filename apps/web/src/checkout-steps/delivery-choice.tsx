import { shippingFor } from '@lantern/api/pricing/delivery-price';
import { isolated } from '@lantern/text/isolated';
import { FormError } from '@lantern/ui/form-error';
import { RadioCards } from '@lantern/ui/radio-cards';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { deliveryText } from '@lantern/ui/sums';
import { t } from '@lingui/core/macro';
import { countryName } from '../address/country-name.ts';
import { arrivalText } from '../lib/delivery-dates.ts';
import { type DeliveryMethod, daysText } from '../lib/delivery-terms.ts';
import { useToday } from '../lib/use-today.ts';

export interface DeliveryChoiceProps {
  /** Those for the country; undefined while they are not known. */
  methods: DeliveryMethod[] | undefined;
  method: DeliveryMethod | undefined;
  subtotalCents: number;
  /** The code of a coupon that pays for it. */
  freeWith: string | null;
  country: string;
  onChoose: (code: string) => void;
}

/** How the order is delivered, with what that costs for this cart. */
export function DeliveryChoice(props: DeliveryChoiceProps) {
  const { methods, method, subtotalCents, freeWith, country, onChoose } = props;
  const today = useToday();
  if (!methods) return <SkeletonBox height={72} />;
  if (methods.length === 0) {
    return (
      <FormError title={t`We don't deliver to ${{ country: countryName(country) }} at the moment.`}>
        {t`Please change the delivery address.`}
      </FormError>
    );
  }
  return (
    <RadioCards
      label={t`Delivery method`}
      cards={methods.map((each) => ({
        value: each.code,
        title: each.name,
        detail: [
          today ? t`Arrives ${{ when: arrivalText(each, today) }}` : daysText(each),
          each.description && isolated(each.description),
        ]
          .filter(Boolean)
          .join(' · '),
        end: deliveryText(freeWith === null ? shippingFor(subtotalCents, each) : 0, freeWith),
      }))}
      selected={method?.code ?? null}
      onSelect={onChoose}
    />
  );
}
