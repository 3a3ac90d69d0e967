import { listParameters } from '@lantern/api/admin/views/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { ChipSelect } from '@lantern/ui/chip-select';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { MomentDay } from '@lantern/ui/moment';
import { Tag } from '@lantern/ui/tag';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { roleWords } from '../fields/role-words.ts';
import { adminUserPath } from '../paths.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';

type Row = RouterOutputs['admin']['users']['list']['items'][number];

const PAGE_SIZE = 30;

const roles = [
  { value: '', label: 'Any role' },
  { value: 'customer', label: 'Customers' },
  { value: 'admin', label: 'Admins' },
] as const;

const states = [
  { value: '', label: 'Any state' },
  { value: 'enabled', label: 'Enabled' },
  { value: 'disabled', label: 'Disabled' },
] as const;

const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: ({ name, disabled }) => (
      <span>
        <bdi>{name}</bdi> {disabled && <Tag tone="bad">Disabled</Tag>}
      </span>
    ),
  },
  { key: 'email', header: 'Email', breaks: true, cell: ({ email }) => email },
  { key: 'role', header: 'Role', cell: ({ role }) => roleWords[role] },
  { key: 'since', header: 'Joined', cell: ({ createdAt }) => <MomentDay at={createdAt} /> },
  { key: 'orders', header: 'Orders', align: 'right', cell: ({ orderCount }) => orderCount },
];

/** All accounts, newest first. */
export function Component() {
  const { values, set, clear, any } = useUrlState(listParameters.users);
  const role = roles.find(({ value }) => value === values.role)?.value ?? '';
  const state = states.find(({ value }) => value === values.state)?.value ?? '';
  const list = useInfiniteQuery(
    useTRPC().admin.users.list.infiniteQueryOptions(
      {
        q: values.q,
        role: role || undefined,
        disabled: state === '' ? undefined : state === 'disabled',
        limit: PAGE_SIZE,
      },
      keysetPaging,
    ),
  );
  return (
    <AdminPage title="Users" list actions={<SaveView list="users" />}>
      <SavedViews list="users" />
      <FilterBar>
        <SearchFilter
          label="Search users"
          placeholder="Email or name"
          value={values.q}
          onChange={(words) => set({ q: words }, { replace: true })}
        />
        <ChipSelect label="Role" value={role} options={roles} onChange={(value) => set({ role: value })} />
        <ChipSelect label="State" value={state} options={states} onChange={(value) => set({ state: value })} />
      </FilterBar>
      <ListTable
        label="Users"
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ id }) => adminUserPath(id)}
        onClear={any ? clear : undefined}
        empty={<EmptyState title="No users yet" text="People who register will appear here." />}
      />
    </AdminPage>
  );
}
