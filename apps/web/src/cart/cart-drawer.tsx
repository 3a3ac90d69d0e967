import { Button } from '@lantern/ui/button';
import { Drawer } from '@lantern/ui/drawer';
import { formatCents, formatNumber } from '@lantern/ui/format';
import { LineItemList, LineItemRow } from '@lantern/ui/line-item-row';
import { discountText } from '@lantern/ui/sums';
import { plural, t } from '@lingui/core/macro';
import { optionsText, productPath } from '../lib/paths.ts';
import { countItems } from './cart-items.ts';
import { FreeDelivery } from './free-delivery.tsx';
import { useCart } from './use-cart.ts';
import './cart-drawer.css';

export interface CartDrawerProps {
  /** The variant just added; null while the drawer is closed. */
  added: number | null;
  /** The image of that variant; the product's own by default. */
  imageUrl?: string;
  onClose: () => void;
}

/** Confirms that an item was added to the cart, with the ways to continue. */
export function CartDrawer({ added, imageUrl, onClose }: CartDrawerProps) {
  const { data: cart } = useCart();
  const line = cart?.items.find(({ variantId }) => variantId === added);
  const count = countItems(cart);
  return (
    <Drawer
      open={line !== undefined}
      onClose={onClose}
      title={t`In your cart`}
      footer={
        <>
          <p className="cart-drawer__sum">
            <span>{plural(count, { one: '# item in your cart', other: '# items in your cart' })}</span>
            <b className="num">{formatCents(cart?.subtotalCents ?? 0)}</b>
          </p>
          <Button variant="primary" fluid href="/checkout">
            {t({ message: 'Checkout', context: 'button' })}
          </Button>
          <Button fluid href="/cart">
            {t`View cart`}
          </Button>
          <Button variant="plain-link" onClick={onClose}>
            {t`Keep shopping`}
          </Button>
        </>
      }
    >
      {cart && line && (
        <div className="cart-drawer">
          <LineItemList>
            <LineItemRow
              href={productPath(line.slug, line.sku)}
              name={line.name}
              imageUrl={imageUrl ?? line.imageUrl}
              accent={line.accent}
              options={optionsText(line.options)}
              unitPriceCents={line.unitPriceCents}
              lineTotalCents={line.lineTotalCents}
              discount={discountText(line.discountCents, cart.coupon?.code ?? null)}
              quantity={t`${{ quantity: formatNumber(line.quantity) }} in your cart`}
            />
          </LineItemList>
          <FreeDelivery cart={cart} />
        </div>
      )}
    </Drawer>
  );
}
