import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { formatNumber } from '@lantern/ui/format';
import { ProductGridSkeleton } from '@lantern/ui/product-grid';
import { plural, t } from '@lingui/core/macro';
import { SlidersHorizontal } from 'lucide-react';
import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react';
import { LatePart } from '../lib/late-part.tsx';
import { messageOf } from '../lib/trpc.ts';
import { AppliedFilters } from './applied-filters.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { countFilters, type Filters } from './filters.ts';
import { ListingProducts, type ProductListQuery } from './listing-products.tsx';
import './listing.css';

/** Most screens have room for the filters beside the list. */
const FilterDrawer = lazy(async () => ({ default: (await import('./filter-drawer.tsx')).FilterDrawer }));

interface ListingProps {
  list: ProductListQuery;
  facets: ComponentProps<typeof FilterPanel>['facets'];
  filters: Filters;
  onChange: (changes: Filters) => void;
  /** The sort select. */
  sort: ReactNode;
  /** Filters other than price, stock and options. */
  moreFilters?: ReactNode;
  categoryName?: string;
  /** Shown instead of the products if there are no matches. */
  empty: ReactNode;
}

/** Products with their filters beside them; on a phone the filters are in a drawer. */
export function Listing(props: ListingProps) {
  const { list, facets, filters, onChange, sort, moreFilters, categoryName, empty } = props;
  // Null until it is opened.
  const [drawerOpen, setDrawerOpen] = useState<boolean | null>(null);
  const { total, totalIsExact = true } = list.data?.pages[0] ?? {};
  const applied = countFilters(filters);
  const panel = (
    <FilterPanel filters={filters} onChange={onChange} facets={facets}>
      {moreFilters}
    </FilterPanel>
  );
  return (
    <div className="listing">
      <aside className="listing__side" aria-label={t`Filters`}>
        {panel}
      </aside>
      <div>
        <div className="listing__bar">
          <p className="listing__total num" role="status">
            {total !== undefined && countText(total, totalIsExact)}
          </p>
          <Button
            className="listing__filters"
            icon={<SlidersHorizontal aria-hidden="true" />}
            onClick={() => setDrawerOpen(true)}
          >
            {t`Filters`}
            {applied > 0 && ` (${applied})`}
          </Button>
          {sort}
        </div>
        <AppliedFilters filters={filters} onChange={onChange} categoryName={categoryName} facets={facets} />
        {list.error && !list.data ? (
          <ErrorState text={messageOf(list.error)} onRetry={() => list.refetch()} />
        ) : total === undefined ? (
          <ProductGridSkeleton narrow count={9} />
        ) : total === 0 ? (
          <LatePart>{empty}</LatePart>
        ) : (
          <ListingProducts list={list} />
        )}
      </div>
      {drawerOpen !== null && (
        <Suspense fallback={null}>
          <FilterDrawer open={drawerOpen} onClose={() => setDrawerOpen(false)} total={total} isExact={totalIsExact}>
            {panel}
          </FilterDrawer>
        </Suspense>
      )}
    </div>
  );
}

/** "1,284 products", or "1,000+ products" if there are more. */
function countText(count: number, isExact: boolean): string {
  return isExact
    ? plural(count, { one: '# product', other: '# products' })
    : t`${{ count: formatNumber(count) }}+ products`;
}
