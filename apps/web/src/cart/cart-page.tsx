import { untilFreeDelivery } from '@lantern/api/pricing/pricing';
import { Button } from '@lantern/ui/button';
import { formatCents } from '@lantern/ui/format';
import { Notice } from '@lantern/ui/notice';
import { OrderSummary } from '@lantern/ui/order-summary';
import { messageOf } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { CartLine } from './cart-line.tsx';
import { useCart } from './use-cart.ts';
import './cart-page.css';

export function Component() {
  useTitle('Cart');
  const { data: cart, error, refetch } = useCart();
  if (error) {
    return (
      <Notice title="Your cart cannot be shown" alert action={{ text: 'Try again', onClick: () => void refetch() }}>
        {messageOf(error)}
      </Notice>
    );
  }
  if (!cart) return <div className="cart-page cart-page--loading" role="status" aria-label="Loading your cart" />;
  if (cart.items.length === 0) {
    return (
      <Notice title="Your cart is empty" picture="/media/1f6d2.webp" action={{ text: 'Find something', href: '/' }}>
        What you put in stays here, even when you come back tomorrow.
      </Notice>
    );
  }
  const missing = untilFreeDelivery(cart.subtotalCents);
  const short = cart.items.some(({ available, quantity }) => available < quantity);
  return (
    <>
      <h1 className="cart-page__title">Cart</h1>
      <div className="cart-page">
        <ul className="cart-page__lines">
          {cart.items.map((line) => (
            <CartLine key={line.variantId} line={line} />
          ))}
        </ul>
        <OrderSummary title="Summary" {...cart}>
          {missing > 0 && <p className="cart-page__hint">{formatCents(missing)} more and delivery is free.</p>}
          {short && (
            <p className="cart-page__hint cart-page__hint--bad" role="alert">
              Some of this is no longer there in that number: please change it first.
            </p>
          )}
          {short ? (
            <Button variant="primary" wide disabled>
              Checkout
            </Button>
          ) : (
            <Button variant="primary" wide href="/checkout">
              Checkout
            </Button>
          )}
        </OrderSummary>
      </div>
    </>
  );
}
