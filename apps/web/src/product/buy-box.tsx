import { MAX_QUANTITY } from '@lantern/api/cart/limits';
import { FEW_LEFT } from '@lantern/api/catalog/stock-level';
import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { FormError } from '@lantern/ui/form-error';
import { formatCents } from '@lantern/ui/format';
import { OptionPicker } from '@lantern/ui/option-picker';
import { Price } from '@lantern/ui/price';
import { Prose } from '@lantern/ui/prose';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { StockLabel } from '@lantern/ui/stock-label';
import { t } from '@lingui/core/macro';
import { RotateCcw, Truck } from 'lucide-react';
import { useState } from 'react';
import { AddedToCart } from '../cart/added-to-cart.tsx';
import { useAddToCart } from '../cart/use-add-to-cart.ts';
import { arrivalText } from '../lib/delivery-dates.ts';
import { optionsText } from '../lib/paths.ts';
import { messageOf } from '../lib/trpc.ts';
import { useDeliveryTerms } from '../lib/use-delivery.ts';
import { useQueryParams } from '../lib/use-query-params.ts';
import { useToday } from '../lib/use-today.ts';
import { AskForRestock } from '../restock/ask-for-restock.tsx';
import { BuyBar } from './buy-bar.tsx';
import { ProductFolds } from './product-folds.tsx';
import { choicesFor, imageOf, nearest, optionNames, startingVariant } from './variants.ts';
import './buy-box.css';

/** Choose a variant and quantity, see the price and stock, and add it to the cart. */
export function BuyBox({ product }: { product: RouterOutputs['catalog']['bySlug'] }) {
  const { name, description, images, variants } = product;
  const [params, edit] = useQueryParams();
  const inUrl = params.get('sku');
  // What was picked counts at once, until the URL has followed.
  const [picked, setPicked] = useState({ sku: inUrl, over: inUrl });
  const [wanted, setQuantity] = useState(1);
  const [wasPressed, setPressed] = useState(false);
  const add = useAddToCart();
  const terms = useDeliveryTerms();
  const today = useToday();
  const chosen = startingVariant(variants, picked.over === inUrl ? picked.sku : inUrl);
  if (!chosen) return null;
  const soldOut = chosen.stock === 0;
  const most = Math.min(chosen.stock, MAX_QUANTITY);
  const quantity = Math.max(1, Math.min(wanted, most));
  const names = optionNames(variants);
  const pick = (option: string, value: string) => {
    add.reset();
    const { sku } = nearest(variants, chosen, option, value);
    setPicked({ sku, over: inUrl });
    edit((current) => current.set('sku', sku), { replace: true, canWait: true });
  };
  return (
    <div className="buy-box">
      <div className="buy-box__head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <Price cents={chosen.priceCents} size="large" />
        <p className="buy-box__small">
          {t`Tax included`}
          {terms && ` · ${terms.free ?? t`Delivery ${{ price: terms.price }}`}`}
        </p>
      </div>
      <Prose text={description} />
      {names.map((option) => (
        <OptionPicker
          key={option}
          name={option}
          selected={chosen.options[option] ?? null}
          values={choicesFor(variants, option, chosen)}
          onSelect={(value) => pick(option, value)}
        />
      ))}
      <div className="buy-box__buy">
        <div role="status">
          <StockLabel
            stock={chosen.stock}
            fewLeft={FEW_LEFT}
            variant={names.length > 0 ? optionsText(chosen.options) : undefined}
          />
        </div>
        {soldOut ? (
          <AskForRestock key={chosen.id} variantId={chosen.id} />
        ) : (
          <div className="buy-box__row">
            <QuantityStepper value={quantity} max={most} onChange={setQuantity} />
            <BuyBar name={name} variant={optionsText(chosen.options)} error={add.error && messageOf(add.error)}>
              <Button
                variant="primary"
                fluid
                loading={add.isPending}
                onClick={() => {
                  setPressed(true);
                  add.mutate({ variantId: chosen.id, quantity });
                }}
              >
                {t`Add to cart · ${{ price: formatCents(chosen.priceCents * quantity) }}`}
              </Button>
            </BuyBar>
          </div>
        )}
        <FormError>{soldOut && add.error && messageOf(add.error)}</FormError>
      </div>
      <ul className="buy-box__benefits">
        <li>
          <Truck size="1.125rem" aria-hidden="true" />
          {terms
            ? `${today ? t`Arrives ${{ days: arrivalText(terms, today) }}` : terms.time}: ${terms.price}`
            : t`Delivered to your door`}
        </li>
        <li>
          <RotateCcw size="1.125rem" aria-hidden="true" />
          {t`Free returns within 30 days, unused`}
        </li>
      </ul>
      <ProductFolds product={product} />
      {wasPressed && (
        <AddedToCart
          added={add.isSuccess ? add.variables.variantId : null}
          imageUrl={images[imageOf(images, chosen)]?.url}
          onClose={add.reset}
        />
      )}
    </div>
  );
}
