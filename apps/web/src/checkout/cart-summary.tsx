import { cx } from '@lantern/ui/cx';
import { formatCents } from '@lantern/ui/format';
import { OrderSummary } from '@lantern/ui/order-summary';
import { t } from '@lingui/core/macro';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { CouponField } from '../cart/coupon-field.tsx';
import { type Cart, summaryLines } from '../checkout-steps/cart-lines.ts';
import { itemsText } from '../orders/order-words.ts';
import './cart-summary.css';

interface CartSummaryProps {
  cart: Cart;
  deliveryMethod: { name: string } | undefined;
  /** Left out where the review step shows them. */
  withLines: boolean;
  /** Nothing can be changed meanwhile. */
  paying: boolean;
}

/** What is being bought: beside the steps, or on a phone above them, collapsed to its total. */
export function CartSummary({ cart, deliveryMethod, withLines, paying }: CartSummaryProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = cart.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <aside className={cx('cart-summary', open && 'cart-summary--open')} aria-label={t`Your order`}>
      <button
        type="button"
        className="cart-summary__toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{itemsText(count)}</span>
        <b className="num">{formatCents(cart.totalCents)}</b>
        <ChevronDown size="1.125rem" className="cart-summary__arrow" aria-hidden="true" />
      </button>
      <div id={id} className="cart-summary__body">
        <OrderSummary
          title={withLines ? itemsText(count) : t`Summary`}
          lines={withLines ? summaryLines(cart) : []}
          deliveryMethod={deliveryMethod}
          {...cart}
          couponCode={cart.coupon?.code}
        >
          {!paying && <CouponField {...cart} />}
        </OrderSummary>
      </div>
    </aside>
  );
}
