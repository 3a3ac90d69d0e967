import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { formatCents, formatDateTimeZone } from '@lantern/ui/format';
import { IconButton } from '@lantern/ui/icon-button';
import { SkeletonText } from '@lantern/ui/skeleton';
import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { messageOf, trpcClient, useTRPC } from '../../lib/trpc.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { RemoveDialog } from '../shared/remove-dialog.tsx';
import type { Promotion } from './draft.ts';
import { PromotionDialog } from './promotion-dialog.tsx';
import './promotions-page.css';

/** The coupons that shoppers can use. */
export function Component() {
  const trpc = useTRPC();
  const promotions = useQuery(trpc.admin.promotions.list.queryOptions());
  const [editing, setEditing] = useState<Promotion | 'new'>();
  const [removing, setRemoving] = useState<Promotion>();
  const icon = <Plus size="1.125rem" aria-hidden="true" />;
  const add = (
    <Button variant="primary" size="small" icon={icon} onClick={() => setEditing('new')}>
      {t`New promotion`}
    </Button>
  );
  return (
    <AdminPage title={t`Promotions`} actions={promotions.data && promotions.data.length > 0 && add}>
      {promotions.data ? (
        promotions.data.length > 0 ? (
          <ul className="promotions-page">
            {promotions.data.map((promotion) => (
              <PromotionRow
                key={promotion.id}
                promotion={promotion}
                onEdit={() => setEditing(promotion)}
                onRemove={() => setRemoving(promotion)}
              />
            ))}
          </ul>
        ) : (
          <EmptyState title={t`No promotions yet`} text={t`For example: 10% off with the code WELCOME.`} action={add} />
        )
      ) : promotions.error ? (
        <ErrorState
          text={messageOf(promotions.error)}
          onRetry={() => void promotions.refetch()}
          retrying={promotions.isFetching}
        />
      ) : (
        <SkeletonText lines={10} />
      )}
      {editing && (
        <PromotionDialog promotion={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {removing && (
        <RemoveDialog
          title={t`Remove ${{ name: removing.code }}?`}
          text={t`Carts lose this coupon. Orders that have used it keep their discount.`}
          type="promotion"
          done={t`Promotion removed`}
          remove={() => trpcClient.admin.promotions.remove.mutate({ id: removing.id })}
          stale={trpc.admin.promotions.pathFilter()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </AdminPage>
  );
}

interface PromotionRowProps {
  promotion: Promotion;
  onEdit: () => void;
  onRemove: () => void;
}

function PromotionRow({ promotion, onEdit, onRemove }: PromotionRowProps) {
  const { code } = promotion;
  return (
    <li className="promotions-page__row">
      <span className="promotions-page__words">
        <b>{code}</b>
        <span className="promotions-page__details">{termsOf(promotion).join(' · ')}</span>
      </span>
      <IconButton label={t`Edit ${{ name: code }}`} onClick={onEdit}>
        <Pencil size="1.125rem" aria-hidden="true" />
      </IconButton>
      <IconButton label={t`Remove ${{ name: code }}`} onClick={onRemove}>
        <Trash2 size="1.125rem" aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function termsOf(promotion: Promotion): string[] {
  const { kind, value, minSubtotalCents, categorySlugs, active, used, startsAt, endsAt } = promotion;
  const { usageLimit, perCustomerLimit } = promotion;
  const off = kind === 'percent' ? t`${value}% off` : t`${{ amount: formatCents(value) }} off`;
  const categories = categorySlugs.length;
  return [
    kind === 'free_delivery' ? t`Free delivery` : off,
    ...(minSubtotalCents ? [t`from ${{ amount: formatCents(minSubtotalCents) }}`] : []),
    ...(categories > 0 ? [plural(categories, { one: 'in # category', other: 'in # categories' })] : []),
    usageLimit === null
      ? plural(used, { one: '# use', other: '# uses' })
      : plural(usageLimit, { one: `${used} of # use`, other: `${used} of # uses` }),
    ...(perCustomerLimit === null ? [] : [t`${perCustomerLimit} per customer`]),
    ...(startsAt ? [t`starts ${{ time: formatDateTimeZone(startsAt) }}`] : []),
    ...(endsAt ? [t`ends ${{ time: formatDateTimeZone(endsAt) }}`] : []),
    ...(active ? [] : [t`not active`]),
  ];
}
