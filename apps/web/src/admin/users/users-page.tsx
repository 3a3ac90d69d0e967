import { type UserSort, userSorts } from '@lantern/api/admin/users/schema';
import { listParameters } from '@lantern/api/admin/views/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { ChipSelect } from '@lantern/ui/chip-select';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { MomentDay } from '@lantern/ui/moment';
import { Tag } from '@lantern/ui/tag';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { roleWords } from '../fields/role-words.ts';
import { adminUserPath } from '../paths.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { labelled } from '../shared/labelled.ts';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';

type Row = RouterOutputs['admin']['users']['list']['items'][number];

const PAGE_SIZE = 30;

const roles = [
  { value: '', label: msg`Any role` },
  { value: 'customer', label: msg`Customers` },
  { value: 'admin', label: msg`Admins` },
] as const;

const states = [
  { value: '', label: msg`Any state` },
  { value: 'enabled', label: msg`Enabled` },
  { value: 'disabled', label: msg`Disabled` },
] as const;

const sortOptions: readonly { value: UserSort; label: MessageDescriptor }[] = [
  { value: 'newest', label: msg`Newest first` },
  { value: 'oldest', label: msg`Oldest first` },
  { value: 'name', label: msg`Name, A to Z` },
  { value: 'name_desc', label: msg`Name, Z to A` },
  { value: 'email', label: msg`Email, A to Z` },
  { value: 'email_desc', label: msg`Email, Z to A` },
];

const columns = (): Column<Row>[] => [
  {
    key: 'name',
    header: t`Name`,
    sorts: { ascending: 'name', descending: 'name_desc' },
    cell: ({ name, disabled }) => (
      <span>
        <bdi>{name}</bdi> {disabled && <Tag tone="bad">{t`Disabled`}</Tag>}
      </span>
    ),
  },
  {
    key: 'email',
    header: t`Email`,
    breaks: true,
    sorts: { ascending: 'email', descending: 'email_desc' },
    cell: ({ email }) => email,
  },
  { key: 'role', header: t`Role`, cell: ({ role }) => t(roleWords[role]) },
  {
    key: 'since',
    header: t`Joined`,
    sorts: { ascending: 'oldest', descending: 'newest' },
    cell: ({ createdAt }) => <MomentDay at={createdAt} />,
  },
  { key: 'orders', header: t`Orders`, align: 'right', cell: ({ orderCount }) => orderCount },
];

/** All accounts, newest first unless sorted otherwise. */
export function Component() {
  const { values, set, clear } = useUrlState(listParameters.users);
  const sort = userSorts.find((known) => known === values.sort) ?? 'newest';
  const role = roles.find(({ value }) => value === values.role)?.value ?? '';
  const state = states.find(({ value }) => value === values.state)?.value ?? '';
  const list = useInfiniteQuery(
    useTRPC().admin.users.list.infiniteQueryOptions(
      {
        q: values.q,
        role: role || undefined,
        disabled: state === '' ? undefined : state === 'disabled',
        sort,
        limit: PAGE_SIZE,
      },
      keysetPaging,
    ),
  );
  return (
    <AdminPage title={t`Users`} list actions={<SaveView list="users" />}>
      <SavedViews list="users" />
      <FilterBar>
        <SearchFilter
          label={t`Search users`}
          placeholder={t`Email or name`}
          value={values.q}
          onChange={(words) => set({ q: words }, { replace: true })}
        />
        <ChipSelect label={t`Role`} value={role} options={labelled(roles)} onChange={(value) => set({ role: value })} />
        <ChipSelect
          label={t`State`}
          value={state}
          options={labelled(states)}
          onChange={(value) => set({ state: value })}
        />
        <ChipSelect
          label={t({ message: 'Order', context: 'sorting' })}
          value={sort}
          options={labelled(sortOptions)}
          onChange={(value) => set({ sort: value === 'newest' ? undefined : value })}
        />
      </FilterBar>
      <ListTable
        label={t`Users`}
        list={list}
        columns={columns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => adminUserPath(id)}
        sorting={{ value: sort, onChange: (value) => set({ sort: value }) }}
        onClear={values.q || role || state ? clear : undefined}
        empty={<EmptyState title={t`No users yet`} text={t`People who register will appear here.`} />}
      />
    </AdminPage>
  );
}
