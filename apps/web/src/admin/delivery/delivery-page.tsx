import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { formatCents } from '@lantern/ui/format';
import { IconButton } from '@lantern/ui/icon-button';
import { SkeletonText } from '@lantern/ui/skeleton';
import { Tag } from '@lantern/ui/tag';
import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { countryName } from '../../address/country-name.ts';
import { daysText } from '../../lib/delivery-terms.ts';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import type { Method } from './delivery-form.ts';
import './delivery-page.css';

/** More countries than these are counted. */
const MAX_NAMED = 4;

/** The ways to deliver an order, in the order in which shoppers see them. */
export function Component() {
  const methods = useQuery(useTRPC().admin.delivery.list.queryOptions());
  const [editing, setEditing] = useState<Method | 'new'>();
  return (
    <AdminPage
      title={t`Delivery`}
      actions={
        <Button
          variant="primary"
          size="small"
          icon={<Plus size="1.125rem" aria-hidden="true" />}
          onClick={() => setEditing('new')}
        >
          {t`New method`}
        </Button>
      }
    >
      <p className="delivery-page__intro">
        {t`Shoppers choose one of those that are offered for their country. Carts show the cheapest.`}
      </p>
      {methods.data ? (
        <ul className="delivery-page">
          {methods.data.map((method) => (
            <MethodRow key={method.code} method={method} onEdit={() => setEditing(method)} />
          ))}
        </ul>
      ) : methods.error ? (
        <ErrorState
          text={messageOf(methods.error)}
          onRetry={() => void methods.refetch()}
          retrying={methods.isFetching}
        />
      ) : (
        <SkeletonText lines={6} />
      )}
      {editing && (
        <DeliveryDialog
          method={editing === 'new' ? undefined : editing}
          taken={methods.data?.map(({ code }) => code) ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
    </AdminPage>
  );
}

function MethodRow({ method, onEdit }: { method: Method; onEdit: () => void }) {
  const { name, active, priceCents, freeFromCents, countries } = method;
  const free = freeFromCents !== null && priceCents > 0 && t`free from ${{ amount: formatCents(freeFromCents) }}`;
  return (
    <li className="delivery-page__row">
      <span className="delivery-page__words">
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {!active && <Tag>{t`Not offered`}</Tag>}
        <span className="delivery-page__detail">{[daysText(method), placesText(countries)].join(' · ')}</span>
      </span>
      <span className="delivery-page__price num">
        {priceCents === 0 ? t`Free` : formatCents(priceCents)}
        {free && <span className="delivery-page__detail">{free}</span>}
      </span>
      <IconButton label={t`Edit ${{ name: isolated(name) }}`} onClick={onEdit}>
        <Pencil size="1.125rem" aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function placesText(countries: string[] | null): string {
  if (countries === null) return t`Everywhere`;
  const count = countries.length;
  return count > MAX_NAMED
    ? plural(count, { one: '# country', other: '# countries' })
    : countries.map(countryName).join(', ');
}
