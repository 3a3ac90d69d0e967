import { discountText } from '@lantern/text/sums';
import { Button } from '@lantern/ui/button';
import { Drawer } from '@lantern/ui/drawer';
import { formatCents, formatCount } from '@lantern/ui/format';
import { LineItemList, LineItemRow } from '@lantern/ui/line-item-row';
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
  const itemCount = countItems(cart);
  return (
    <Drawer
      open={line !== undefined}
      onClose={onClose}
      title="In your cart"
      footer={
        <>
          <p className="cart-drawer__sum">
            <span>{formatCount(itemCount, 'item')} in your cart</span>
            <b className="num">{formatCents(cart?.subtotalCents ?? 0)}</b>
          </p>
          <Button variant="primary" fluid href="/checkout">
            Checkout
          </Button>
          <Button fluid href="/cart">
            View cart
          </Button>
          <Button variant="plain-link" onClick={onClose}>
            Keep shopping
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
              quantity={`${line.quantity} in your cart`}
            />
          </LineItemList>
          <FreeDelivery cart={cart} />
        </div>
      )}
    </Drawer>
  );
}
