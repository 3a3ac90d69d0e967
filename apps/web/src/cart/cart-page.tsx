import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { LineItemList } from '@lantern/ui/line-item-row';
import { OrderSummary } from '@lantern/ui/order-summary';
import { Page } from '@lantern/ui/page';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { plural, t } from '@lingui/core/macro';
import basket from '@lobehub/fluent-emoji-modern/assets/1f9fa.svg';
import { messageOf } from '../lib/trpc.ts';
import { useTitle } from '../page/use-title.ts';
import { type Cart, countItems } from './cart-items.ts';
import { CartLine } from './cart-line.tsx';
import { CouponField } from './coupon-field.tsx';
import { FreeDelivery } from './free-delivery.tsx';
import { useCart } from './use-cart.ts';
import './cart-page.css';

export function Component() {
  useTitle(t`Cart`);
  const { data: cart, error, refetch, isFetching } = useCart();
  if (cart) return cart.items.length > 0 ? <FullCart cart={cart} /> : <EmptyCart />;
  return (
    <Page title={t`Cart`}>
      {error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <div className="cart-page" role="status" aria-label={t`Loading your cart`}>
          <SkeletonBox height={234} />
          <SkeletonBox height={360} />
        </div>
      )}
    </Page>
  );
}

function EmptyCart() {
  return (
    <Page>
      <EmptyState
        page
        title={t`Your cart is empty`}
        text={t`Items you add are saved here for your next visit.`}
        imageUrl={basket}
        accent={2}
        action={
          <Button variant="primary" href="/all">
            {t`Start shopping`}
          </Button>
        }
      />
    </Page>
  );
}

function FullCart({ cart }: { cart: Cart }) {
  const count = countItems(cart);
  const couponCode = cart.coupon?.code ?? null;
  const short = cart.items.some(({ available, quantity }) => available < quantity);
  return (
    <Page title={t`Cart`} intro={plural(count, { one: '# item', other: '# items' })}>
      <div className="cart-page">
        <LineItemList>
          {cart.items.map((line) => (
            <CartLine key={line.variantId} line={line} couponCode={couponCode} />
          ))}
        </LineItemList>
        <div className="cart-page__side">
          <FreeDelivery cart={cart} />
          <OrderSummary {...cart} couponCode={couponCode}>
            <CouponField {...cart} />
            {short ? (
              <>
                <Button variant="primary" fluid disabled>
                  {t({ message: 'Checkout', context: 'button' })}
                </Button>
                <p className="cart-page__hint">
                  {t`Some items are no longer available. Update the highlighted lines to continue.`}
                </p>
              </>
            ) : (
              <Button variant="primary" fluid href="/checkout">
                {t({ message: 'Checkout', context: 'button' })}
              </Button>
            )}
            <Button fluid href="/all">
              {t`Continue shopping`}
            </Button>
          </OrderSummary>
        </div>
      </div>
    </Page>
  );
}
