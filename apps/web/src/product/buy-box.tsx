import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { FormError } from '@lantern/ui/form-error';
import { formatCents } from '@lantern/ui/format';
import { OptionPicker } from '@lantern/ui/option-picker';
import { Price } from '@lantern/ui/price';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { StockLabel } from '@lantern/ui/stock-label';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CartDrawer } from '../cart/cart-drawer.tsx';
import { useAddToCart } from '../cart/use-cart.ts';
import { messageOf } from '../lib/trpc.ts';
import { choicesFor, nearest, optionNames, startingVariant } from './variants.ts';
import './buy-box.css';

/** Choose a variant and a number, see what it costs and whether it is there, put it into the cart. */
export function BuyBox({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  const { name, description, variants } = product;
  const [params, setParams] = useSearchParams();
  const [wanted, setQuantity] = useState(1);
  const add = useAddToCart();
  const chosen = startingVariant(variants, params.get('sku'));
  if (!chosen) return null;
  const soldOut = chosen.stock === 0;
  const quantity = Math.max(1, Math.min(wanted, chosen.stock));
  const names = optionNames(variants);
  const pick = (option: string, value: string) => {
    add.reset();
    setParams({ sku: nearest(variants, chosen, option, value).sku }, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="buy-box">
      <div className="buy-box__head">
        <h1>{name}</h1>
        <Price cents={chosen.priceCents} size="large" />
        <p className="buy-box__small">Tax included · delivery free above €50</p>
      </div>
      <p>{description}</p>
      {names.map((option) => (
        <OptionPicker
          key={option}
          name={option}
          selected={chosen.options[option] ?? null}
          values={choicesFor(variants, option, chosen)}
          onSelect={(value) => pick(option, value)}
        />
      ))}
      <div role="status">
        <StockLabel stock={chosen.stock} of={names.length > 0 ? 'in this combination' : undefined} />
      </div>
      <div className="buy-box__row">
        <QuantityStepper value={quantity} max={chosen.stock} onChange={setQuantity} disabled={soldOut} />
        <Button
          variant="primary"
          fluid
          disabled={soldOut}
          loading={add.isPending}
          onClick={() => add.mutate({ variantId: chosen.id, quantity })}
        >
          {soldOut ? 'Sold out' : `Add to cart · ${formatCents(chosen.priceCents * quantity)}`}
        </Button>
      </div>
      {add.isError && <FormError title="Not added">{messageOf(add.error)}</FormError>}
      <p className="buy-box__small">Delivered in 2–4 days. 30 days to return.</p>
      <CartDrawer open={add.isSuccess} onClose={add.reset} />
    </div>
  );
}
