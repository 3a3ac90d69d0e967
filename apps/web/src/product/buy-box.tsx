import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { formatCents } from '@lantern/ui/format';
import { OptionPicker } from '@lantern/ui/option-picker';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { StockLabel } from '@lantern/ui/stock-label';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAddToCart } from '../cart/use-cart.ts';
import { choicesFor, nearest, optionNames } from './variants.ts';

/** Choose a variant and a number, see what it costs and whether it is there, put it into the cart. */
export function BuyBox({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  const { name, description, variants } = product;
  const [params, setParams] = useSearchParams();
  const [wanted, setQuantity] = useState(1);
  const add = useAddToCart();
  const chosen =
    variants.find(({ sku }) => sku === params.get('sku')) ?? variants.find(({ stock }) => stock > 0) ?? variants[0];
  if (!chosen) return null;
  const quantity = Math.max(1, Math.min(wanted, chosen.stock));
  const names = optionNames(variants);
  const pick = (option: string, value: string) => {
    add.reset();
    setParams({ sku: nearest(variants, chosen, option, value).sku }, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="buy-box">
      <h1>{name}</h1>
      <p className="buy-box__price num">{formatCents(chosen.priceCents)}</p>
      <p className="muted">Tax included · delivery free above €50</p>
      <p>{description}</p>
      {names.map((option) => (
        <OptionPicker
          key={option}
          name={option}
          value={chosen.options[option]}
          choices={choicesFor(variants, option, chosen)}
          onPick={(value) => pick(option, value)}
        />
      ))}
      <p>
        <StockLabel stock={chosen.stock} combination={names.length > 0} />
      </p>
      <div className="buy-box__row">
        <QuantityStepper label={name} value={quantity} max={chosen.stock} onChange={setQuantity} />
        <Button
          variant="primary"
          wide
          disabled={chosen.stock === 0}
          loading={add.isPending}
          onClick={() => add.mutate({ variantId: chosen.id, quantity })}
        >
          {chosen.stock === 0 ? 'Sold out' : `Add to cart · ${formatCents(chosen.priceCents * quantity)}`}
        </Button>
      </div>
      <p className="buy-box__added" role="status">
        {add.isSuccess && (
          <>
            It is in your cart. <Anchor href="/cart">Look at the cart</Anchor>
          </>
        )}
      </p>
      <p className="muted">Delivered in 2–4 days. 30 days to return.</p>
    </div>
  );
}
