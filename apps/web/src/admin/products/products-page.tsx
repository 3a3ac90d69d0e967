import { listParameters } from '@lantern/api/admin/views/schema';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { itemsOf } from '../../lib/list-query.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { adminProductPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { productColumns } from './product-columns.tsx';
import { ProductFeeds } from './product-feeds.tsx';
import { ProductFilterBar } from './product-filter-bar.tsx';
import { listInput } from './product-filters.ts';
import { useSelection } from './use-selection.tsx';
import { useUnfolded } from './use-unfolded.ts';
import { VariantRows } from './variant-rows.tsx';

const newProduct = () => (
  <Button variant="primary" size="small" href={adminProductPath('new')} icon={<Plus aria-hidden="true" />}>
    {t`New product`}
  </Button>
);

/** All products, active or not. */
export function Component() {
  const { values, set, clear } = useUrlState(listParameters.products);
  const { q, status, category, stock, untranslated } = values;
  const { unfolded, toggle } = useUnfolded();
  const list = useInfiniteQuery(
    useTRPC().admin.products.list.infiniteQueryOptions({ ...listInput(values), limit: 50 }, keysetPaging),
  );
  const { selected, selection, selectAll, clearSelection } = useSelection(itemsOf(list));
  return (
    <AdminPage
      title={t`Products`}
      list
      actions={
        <>
          <SaveView list="products" />
          {newProduct()}
        </>
      }
    >
      <SavedViews list="products" />
      <ProductFilterBar values={values} onChange={set} />
      <ListTable
        label={t`Products`}
        list={list}
        columns={productColumns({ unfolded, onToggle: toggle })}
        selection={selection}
        rowKey={({ id }) => id}
        rowHref={({ id }) => adminProductPath(id)}
        sorting={{ value: values.sort ?? 'newest', onChange: (sort) => set({ sort }) }}
        below={(row) => row.variants.length > 1 && unfolded.has(row.id) && <VariantRows row={row} />}
        onClear={q || status || category || stock || untranslated ? clear : undefined}
        total={list.data?.pages[0]?.total}
        empty={
          <EmptyState
            title={t`No products yet`}
            text={t`Products you add appear in the store once they're active.`}
            action={newProduct()}
          />
        }
      />
      <BulkBar selected={selected} onSelectAll={selectAll} onClear={clearSelection} />
      <ProductFeeds />
    </AdminPage>
  );
}
