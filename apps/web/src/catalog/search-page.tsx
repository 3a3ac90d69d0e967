import { Notice } from '@lantern/ui/notice';
import { Section } from '@lantern/ui/page';
import { ProductGrid } from '@lantern/ui/product-grid';
import { useInfiniteQuery } from '@tanstack/react-query';
import { productPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { FilterBar } from './filter-bar.tsx';
import { Listing } from './listing.tsx';
import { useFilters } from './use-filters.ts';

export function Component() {
  const trpc = useTRPC();
  const state = useFilters();
  const q = (state.params.get('q') ?? '').slice(0, 100);
  useTitle(`“${q}”`);
  const list = useInfiniteQuery(
    trpc.catalog.search.infiniteQueryOptions(
      { ...state.filters, q, limit: 24 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const first = list.data?.pages[0];
  return (
    <>
      <div className="listing__head">
        <h1>“{q}”</h1>
      </div>
      <FilterBar total={first?.total} state={state} defaultSort="Best match" />
      {first?.total === 0 ? (
        <>
          <Notice title={`Nothing found for “${q}”`} picture="/media/1f50d.webp">
            Check the spelling, or try fewer or other words.
          </Notice>
          {first.alternatives.length > 0 && (
            <Section title="Perhaps one of these">
              <ProductGrid products={first.alternatives} hrefOf={productPath} />
            </Section>
          )}
        </>
      ) : (
        <Listing
          pages={list.data?.pages}
          error={list.error}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onMore={list.fetchNextPage}
          onRetry={list.refetch}
        />
      )}
    </>
  );
}
