import { Button } from '@lantern/ui/button';
import { Drawer } from '@lantern/ui/drawer';
import { formatCents } from '@lantern/ui/format';
import { LineItemList } from '@lantern/ui/line-item-row';
import { CartLine } from './cart-line.tsx';
import { useCart } from './use-cart.ts';

/** The cart over the page, as the answer to putting something in. */
export function CartDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data: cart } = useCart();
  if (!cart) return null;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title="In your cart"
      footer={
        <>
          <Button variant="primary" fluid href="/checkout">
            Checkout · {formatCents(cart.totalCents)}
          </Button>
          <Button fluid href="/cart">
            View cart
          </Button>
        </>
      }
    >
      <LineItemList>
        {cart.items.map((line) => (
          <CartLine key={line.variantId} line={line} />
        ))}
      </LineItemList>
    </Drawer>
  );
}
