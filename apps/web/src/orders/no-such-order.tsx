import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { User } from '../auth/use-me.ts';
import { loginPath, orderPath, ordersPath } from '../lib/paths.ts';

/** For a number that is not one of the account's orders. */
export function NoSuchOrder({ number }: { number: string }) {
  return (
    <Page title={t`Order ${number}`}>
      <EmptyState
        title={t`This order does not exist`}
        text={
          <Trans>
            Check the number, or find it in <Anchor href={ordersPath}>your orders</Anchor>.
          </Trans>
        }
        action={
          <Button variant="primary" href={ordersPath}>
            {t`Your orders`}
          </Button>
        }
      />
    </Page>
  );
}

/** For a link that is incomplete, was changed or has expired: one page for all, since only the order's owner may know more. */
export function LinkOpensNothing({ number, user }: { number: string; user: User | null }) {
  return (
    <Page title={t`Your order`}>
      <EmptyState
        title={t`This link does not open an order`}
        text={
          user
            ? t`It may be incomplete, or older than 90 days. Open it again from our latest email, or look among your orders.`
            : t`It may be incomplete, or older than 90 days. Open it again from our latest email, or look in your account.`
        }
        action={
          <Button variant="primary" href={user ? ordersPath : loginPath(orderPath(number))}>
            {user ? t`Your orders` : t`Log in`}
          </Button>
        }
      />
    </Page>
  );
}
