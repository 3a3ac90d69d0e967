import { truncate } from '@lantern/text/normalize';
import { Button } from '@lantern/ui/button';
import { ChipSelect } from '@lantern/ui/chip-select';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonText } from '@lantern/ui/skeleton';
import { msg, t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { labelled } from '../shared/labelled.ts';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { CategoryBranch } from './category-branch.tsx';
import { CategoryDialog, type Editing } from './category-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import type { Category } from './tree.ts';
import './categories-page.css';

const names = ['q', 'sort'] as const;
const MAX_QUERY = 100;
const sortOptions = [
  { value: 'position', label: msg`Store order` },
  { value: 'name', label: msg`By name` },
] as const;

/** The store's categories, as a tree. */
export function Component() {
  const { categories } = useTRPC().admin;
  const { values, set, clear, any } = useUrlState(names);
  const sort = sortOptions.find(({ value }) => value === values.sort)?.value ?? 'position';
  const q = values.q && truncate(values.q, MAX_QUERY);
  // Without filters this is the same query as the one for the whole tree below, so it is fetched once.
  const chosen = any ? { q, sort } : undefined;
  const tree = useQuery({ ...categories.list.queryOptions(chosen), placeholderData: keepPreviousData });
  // The parent may not be in the filtered list.
  const { data: whole = [] } = useQuery(categories.list.queryOptions());
  const [editing, setEditing] = useState<Editing>();
  const [deleting, setDeleting] = useState<Category>();
  const add = (
    <Button
      variant="primary"
      size="small"
      icon={<Plus size="1.125rem" aria-hidden="true" />}
      onClick={() => setEditing({})}
    >
      {t`New category`}
    </Button>
  );
  return (
    <AdminPage title={t`Categories`} actions={whole.length > 0 && add}>
      {whole.length > 0 && (
        <FilterBar>
          <SearchFilter label={t`Search categories`} value={values.q} onChange={(typed) => set({ q: typed })} />
          <ChipSelect
            label={t({ message: 'Order', context: 'sorting' })}
            value={sort}
            options={labelled(sortOptions)}
            onChange={(value) => set({ sort: value === 'position' ? undefined : value })}
          />
        </FilterBar>
      )}
      {tree.data ? (
        tree.data.length > 0 ? (
          <div className="categories-page">
            <CategoryBranch categories={tree.data} movable={!any} onEdit={setEditing} onDelete={setDeleting} />
          </div>
        ) : any ? (
          <EmptyState
            title={t`No categories match`}
            text={t`Try other words.`}
            action={<Button onClick={clear}>{t`Clear filters`}</Button>}
          />
        ) : (
          <EmptyState
            title={t`No categories yet`}
            text={t`Shoppers use categories to browse the store.`}
            action={add}
          />
        )
      ) : tree.error ? (
        <ErrorState text={messageOf(tree.error)} onRetry={() => void tree.refetch()} retrying={tree.isFetching} />
      ) : (
        <SkeletonText lines={10} />
      )}
      {editing && <CategoryDialog tree={whole} editing={editing} onClose={() => setEditing(undefined)} />}
      {deleting && <DeleteDialog category={deleting} onClose={() => setDeleting(undefined)} />}
    </AdminPage>
  );
}
