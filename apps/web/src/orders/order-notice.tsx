import { isolated } from '@lantern/text/isolated';
import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Check, Clock, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useVisitor } from '../auth/require-user.tsx';
import { useCart } from '../cart/use-cart.ts';
import { orderPath, ordersPath } from '../lib/paths.ts';
import { type Order, stillInCart } from './order-words.ts';
import './order-notice.css';

interface OrderNoticeProps {
  order: Order;
  /** The shopper has just paid. */
  fresh: boolean;
  /** Opened by its link, which opens no other order. */
  byLink: boolean;
}

/** The most important news about an order: thanks, waiting for the bank, payment failed. */
export function OrderNotice({ order, fresh, byLink }: OrderNoticeProps) {
  const user = useVisitor();
  const { status, number, email } = order;
  const { fullName, line1, city } = order.shippingAddress;
  const name = user?.name ?? fullName;
  // Always in the page, so that changes are announced.
  return <div role="status">{notice()}</div>;

  function notice() {
    if (status === 'pending') {
      return (
        <Card tone="wait" icon={<Clock aria-hidden="true" />} title={t`Waiting for your bank`}>
          {t`Your order is saved, and this page will update as soon as your bank responds. You can close this page.`}
        </Card>
      );
    }
    if (status === 'payment_failed') {
      return <FailedNotice order={order} byLink={byLink} />;
    }
    if (!fresh || status !== 'paid') return null;
    return (
      <Card tone="good" icon={<Check aria-hidden="true" />} title={t`Thank you, ${{ name: isolated(name) }}`}>
        <Trans>
          Your order {number} is paid. We're packing it now and will ship it to <bdi>{line1}</bdi>, <bdi>{city}</bdi>.
        </Trans>
        {email && (
          <>
            {' '}
            <Trans>
              A link to this page is on its way to <bdi>{email}</bdi>.
            </Trans>
          </>
        )}
        <span className="order-notice__ways">
          <Button variant="primary" href="/">
            {t`Keep shopping`}
          </Button>
          {user && <Button href={ordersPath}>{t`Your orders`}</Button>}
        </span>
      </Card>
    );
  }
}

/** What became of a declined attempt: the order that replaced it, or where its items are now. */
function FailedNotice({ order: { items, boughtAs, payment }, byLink }: Pick<OrderNoticeProps, 'order' | 'byLink'>) {
  const { data: cart } = useCart();
  const isCancelled = payment?.failureCode === 'voided';
  if (boughtAs !== null) {
    return (
      <Card tone="good" icon={<Check aria-hidden="true" />} title={t`Paid with order ${boughtAs}`}>
        {isCancelled
          ? t`This attempt was cancelled, and you weren't charged for it.`
          : t`This attempt was declined, and you weren't charged for it.`}{' '}
        {byLink ? (
          t`You bought it with order ${boughtAs}.`
        ) : (
          <Trans>
            You bought it with <Anchor href={orderPath(boughtAs)}>order {boughtAs}</Anchor>.
          </Trans>
        )}
      </Card>
    );
  }
  const left = cart ? stillInCart(items, cart.items) : 'none';
  return (
    <Card
      tone="bad"
      icon={<Undo2 aria-hidden="true" />}
      title={isCancelled ? t`The payment was cancelled` : t`The payment did not go through`}
    >
      {left === 'none' && t`Nothing was charged.`}
      {left === 'some' && (
        <Trans>
          Nothing was charged, and some of it is still in <Anchor href="/cart">your cart</Anchor>.
        </Trans>
      )}
      {left === 'all' && (
        <Trans>
          Nothing was charged, and everything is back in <Anchor href="/cart">your cart</Anchor>.
        </Trans>
      )}
    </Card>
  );
}

interface CardProps {
  tone: 'good' | 'wait' | 'bad';
  icon: ReactNode;
  title: string;
  children: ReactNode;
}

function Card({ tone, icon, title, children }: CardProps) {
  return (
    <section className={`order-notice order-notice--${tone}`}>
      <span className="order-notice__icon">{icon}</span>
      <div>
        <h2 className="order-notice__title">{title}</h2>
        <div className="order-notice__text">{children}</div>
      </div>
    </section>
  );
}
