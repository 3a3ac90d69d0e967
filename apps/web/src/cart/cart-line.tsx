import { MAX_QUANTITY } from '@lantern/api/cart/limits';
import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { formatCents } from '@lantern/ui/format';
import { LineItemRow } from '@lantern/ui/line-item-row';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { discountText } from '@lantern/ui/sums';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { optionsText, productPath } from '../lib/paths.ts';
import { focusMain } from '../lib/use-focus-on-arrival.ts';
import type { CartItem } from './cart-items.ts';
import { useUpdateCart } from './use-cart.ts';

/** A line of the cart: quantity changes are saved at once, 0 removes the line. */
export function CartLine({ line, couponCode }: { line: CartItem; couponCode: string | null }) {
  const update = useUpdateCart();
  const toast = useToast();
  const { variantId, name, quantity, available } = line;
  const setTo = (wanted: number) => {
    update({ variantId, quantity: wanted });
    if (wanted > 0) return;
    focusMain();
    toast({
      kind: 'info',
      text: t`${{ name: isolated(name) }} removed`,
      action: { label: t`Undo`, onPress: () => update({ variantId, quantity }) },
    });
  };
  return (
    <LineItemRow
      href={productPath(line.slug, line.sku)}
      name={name}
      imageUrl={line.imageUrl}
      accent={line.accent}
      options={optionsText(line.options)}
      unitPriceCents={line.unitPriceCents}
      lineTotalCents={line.lineTotalCents}
      discount={discountText(line.discountCents, couponCode)}
      quantity={
        <QuantityStepper
          label={t`Quantity of ${name}`}
          size="small"
          value={quantity}
          min={0}
          max={Math.max(Math.min(available, MAX_QUANTITY), quantity)}
          onChange={setTo}
        />
      }
      onRemove={() => setTo(0)}
      message={noteOn(line, setTo)}
    />
  );
}

/** What has changed about a line since it was added, with a button to fix it. */
function noteOn(line: CartItem, onChange: (quantity: number) => void): ReactNode {
  const { available, quantity, unitPriceCents, previousUnitPriceCents } = line;
  if (available === 0) {
    return (
      <>
        {t`Sold out.`}
        <Button variant="plain-link" size="small" onClick={() => onChange(0)}>
          {t`Remove`}
        </Button>
      </>
    );
  }
  if (available < quantity) {
    return (
      <>
        {t`Only ${available} left.`}
        <Button variant="plain-link" size="small" onClick={() => onChange(available)}>
          {t`Change to ${available}`}
        </Button>
      </>
    );
  }
  if (previousUnitPriceCents === null) return null;
  const [before, now] = [formatCents(previousUnitPriceCents), formatCents(unitPriceCents)];
  return t`The price has changed from ${before} to ${now}.`;
}
