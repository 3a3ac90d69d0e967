import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { formatCents } from '@lantern/ui/format';
import { Plinth } from '@lantern/ui/plinth';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { optionsText, productPath } from '../lib/paths.ts';
import { useUpdateCart } from './use-cart.ts';

/** A line of the cart: the quantity saves itself, 0 takes the line out. */
export function CartLine({ line }: { line: RouterOutputs['cart']['get']['items'][number] }) {
  const update = useUpdateCart();
  const { variantId, name, options, quantity, available, unitPriceCents, previousUnitPriceCents } = line;
  const setTo = (wanted: number) => update.mutate({ variantId, quantity: wanted });
  return (
    <li className="cart-line">
      <Plinth src={line.imageUrl} alt="" tint={line.tint} />
      <div className="cart-line__what">
        <Anchor href={productPath(line.slug)}>{name}</Anchor>
        <span className="muted">{optionsText(options)}</span>
        <span className="muted num">{formatCents(unitPriceCents)} each</span>
        {previousUnitPriceCents !== null && (
          <span className="cart-line__note">
            The price has changed from {formatCents(previousUnitPriceCents)} to {formatCents(unitPriceCents)}.
          </span>
        )}
        {available < quantity && (
          <span className="cart-line__note">{available === 0 ? 'This has sold out.' : `Only ${available} left.`}</span>
        )}
      </div>
      <QuantityStepper label={name} value={quantity} min={0} max={Math.max(available, quantity)} onChange={setTo} />
      <b className="num">{formatCents(line.lineTotalCents)}</b>
      <Button variant="link" onClick={() => setTo(0)}>
        Remove <span className="visually-hidden">{name}</span>
      </Button>
    </li>
  );
}
