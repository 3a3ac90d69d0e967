import { listParameters } from '@lantern/api/admin/views/schema';
import { returnStatuses } from '@lantern/api/returns/schema';
import { Anchor } from '@lantern/ui/anchor';
import { Chip } from '@lantern/ui/chip';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { ReturnedItems, ReturnStatusLabel } from '../../returns/return-list.tsx';
import { returnStatusWords } from '../../returns/return-words.ts';
import { adminOrderPath } from '../paths.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';
import { hasNextStep, ReturnActions } from './return-actions.tsx';
import type { AdminReturn } from './use-return-change.ts';

const PAGE_SIZE = 30;

const columns = (): Column<AdminReturn>[] => [
  {
    key: 'number',
    header: t`Return`,
    width: 'var(--w5)',
    cell: ({ number, orderNumber }) => <Anchor href={adminOrderPath(orderNumber)}>{number}</Anchor>,
  },
  {
    key: 'requestedAt',
    header: t`Requested`,
    width: 'var(--w5)',
    cell: ({ requestedAt }) => <Moment at={requestedAt} />,
  },
  { key: 'customer', header: t`Customer`, breaks: true, cell: ({ customer }) => <bdi>{customer.name}</bdi> },
  { key: 'items', header: t`Items`, breaks: true, cell: ({ items }) => <ReturnedItems items={items} /> },
  { key: 'reason', header: t`Reason`, breaks: true, cell: ({ reason }) => <bdi>{reason}</bdi> },
  { key: 'status', header: t`Status`, cell: ({ status }) => <ReturnStatusLabel status={status} /> },
  {
    key: 'actions',
    header: t({ message: 'Next', context: 'next step' }),
    cell: (returned) => (hasNextStep(returned) ? <ReturnActions returned={returned} /> : null),
  },
];

/** What customers want to send back; what waits for a decision is listed oldest first. */
export function Component() {
  const { values, set, clear, any } = useUrlState(listParameters.returns);
  const status = returnStatuses.find((known) => known === values.status);
  const list = useInfiniteQuery(
    useTRPC().admin.returns.list.infiniteQueryOptions({ status, limit: PAGE_SIZE }, keysetPaging),
  );
  return (
    <AdminPage title={t`Returns`} list actions={<SaveView list="returns" />}>
      <SavedViews list="returns" />
      <FilterBar label={t`Status`} oneLine>
        <Chip pressed={!status} onPress={() => set({ status: undefined })}>
          {t`All`}
        </Chip>
        {returnStatuses.map((one) => (
          <Chip key={one} pressed={one === status} onPress={() => set({ status: one === status ? undefined : one })}>
            {t(returnStatusWords[one])}
          </Chip>
        ))}
      </FilterBar>
      <ListTable
        label={t`Returns`}
        list={list}
        columns={columns()}
        rowKey={({ id }) => id}
        onClear={any ? clear : undefined}
        empty={<EmptyState title={t`No returns yet`} text={t`What customers want to send back will appear here.`} />}
      />
    </AdminPage>
  );
}
