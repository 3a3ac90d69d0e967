import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { MomentDay } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PostalAddress } from '../../address/postal-address.tsx';
import { apiError, messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminUsersPath, historyPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { AccessButton } from './access-button.tsx';
import type { AdminUser } from './use-user-refresh.ts';
import { UserForm } from './user-form.tsx';
import { UserOrders } from './user-orders.tsx';
import { UserSessions } from './user-sessions.tsx';
import './user-page.css';

/** One user: their account, orders and sessions. */
export function Component() {
  const id = Number(useParams().id);
  const { data: user, error, refetch, isFetching } = useQuery(useTRPC().admin.users.byId.queryOptions({ id }));
  const above = <BackLink href={adminUsersPath}>{t`Users`}</BackLink>;
  // An id that is not a number is a bad request, an unknown one is not found.
  const unknown = ['NOT_FOUND', 'BAD_REQUEST'].includes(apiError(error)?.code ?? '');
  if (user) return <UserPage user={user} above={above} />;
  return (
    <AdminPage title={t`User`} above={above}>
      {unknown ? (
        <EmptyState
          title={t`This user does not exist`}
          text={t`Search all users for their email.`}
          action={<Button href={adminUsersPath}>{t`All users`}</Button>}
        />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <>
          <SkeletonText lines={4} />
          <SkeletonBox height={320} />
        </>
      )}
    </AdminPage>
  );
}

function UserPage({ user, above }: { user: AdminUser; above: JSX.Element }) {
  const { id, name, email, disabled, createdAt, shippingAddress } = user;
  return (
    <AdminPage
      title={name}
      heading={
        <span className="user-page__heading">
          <bdi>{name}</bdi> {disabled && <Tag tone="bad">{t`Disabled`}</Tag>}
        </span>
      }
      above={above}
      actions={<AccessButton user={user} />}
    >
      <p className="user-page__intro">
        <Trans>
          {email}, joined <MomentDay at={createdAt} />
        </Trans>
      </p>
      <div className="user-page">
        <div className="user-page__column">
          <UserForm key={id} user={user} />
          <UserOrders user={user} />
        </div>
        <div className="user-page__column">
          <UserSessions user={user} />
          <Panel title={t`Delivery address`}>
            {shippingAddress ? <PostalAddress address={shippingAddress} /> : <p className="muted">{t`None saved.`}</p>}
          </Panel>
          <Anchor href={historyPath({ type: 'user', id: String(id) })} className="user-page__log">
            {t`Activity for this account`}
          </Anchor>
        </div>
      </div>
    </AdminPage>
  );
}
