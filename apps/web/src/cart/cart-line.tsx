import type { RouterOutputs } from '@lantern/api/types';
import { formatCents } from '@lantern/ui/format';
import { LineItemRow } from '@lantern/ui/line-item-row';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { useToast } from '@lantern/ui/toast';
import { optionsText, productPath } from '../lib/paths.ts';
import { useUpdateCart } from './use-cart.ts';

type Line = RouterOutputs['cart']['get']['items'][number];

/** A line of the cart: the quantity saves itself, 0 takes the line out. */
export function CartLine({ line }: { line: Line }) {
  const update = useUpdateCart();
  const toast = useToast();
  const { variantId, name, quantity, available } = line;
  const setTo = (wanted: number) => {
    update.mutate({ variantId, quantity: wanted });
    if (wanted > 0) return;
    toast({
      kind: 'info',
      text: `${name} removed`,
      action: { label: 'Undo', onPress: () => update.mutate({ variantId, quantity }) },
    });
  };
  return (
    <LineItemRow
      href={productPath(line.slug, line.sku)}
      name={name}
      imageUrl={line.imageUrl}
      tint={line.tint}
      options={optionsText(line.options)}
      unitPriceCents={line.unitPriceCents}
      lineTotalCents={line.lineTotalCents}
      quantity={
        <QuantityStepper
          label={`Quantity of ${name}`}
          size="small"
          value={quantity}
          min={0}
          max={Math.max(available, quantity)}
          onChange={setTo}
        />
      }
      onRemove={() => setTo(0)}
      message={noteOn(line)}
    />
  );
}

function noteOn({ available, quantity, unitPriceCents, previousUnitPriceCents }: Line): string | null {
  if (available === 0) return 'This has sold out. Please remove it.';
  if (available < quantity) return `Only ${available} left. Please take fewer.`;
  if (previousUnitPriceCents === null) return null;
  return `The price has changed from ${formatCents(previousUnitPriceCents)} to ${formatCents(unitPriceCents)}.`;
}
