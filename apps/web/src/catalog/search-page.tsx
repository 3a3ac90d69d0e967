import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page, Section } from '@lantern/ui/page';
import { SectionHead } from '@lantern/ui/section-head';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { searchPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { PAGE_SIZE } from './filters.ts';
import { Listing } from './listing.tsx';
import { ProductCards } from './product-cards.tsx';
import { SortSelect } from './sort-select.tsx';
import { useFilters } from './use-filters.ts';

const MAX_QUERY = 100;

export function Component() {
  const trpc = useTRPC();
  const { filters, change, params } = useFilters();
  const q = (params.get('q') ?? '').slice(0, MAX_QUERY).trim();
  const list = useInfiniteQuery(
    trpc.catalog.search.infiniteQueryOptions(
      { ...filters, q, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const alternatives = list.data?.pages[0]?.alternatives ?? [];
  useTitle(q ? `“${q}”` : 'Search');
  return (
    <Page title={q ? `“${q}”` : 'Search'}>
      <Listing
        list={list}
        filters={filters}
        onChange={change}
        sort={<SortSelect sort={filters.sort} usual={{ value: 'best', label: 'Best match' }} onChange={change} />}
        empty={
          <EmptyState
            title={`Nothing found for “${q}”`}
            text="Check the spelling, or try fewer or other words."
            imageUrl="/media/1f50d.webp"
            action={<Button href={searchPath(q)}>Clear the filters</Button>}
          />
        }
      />
      {alternatives.length > 0 && (
        <Section labelledBy="alternatives">
          <SectionHead id="alternatives" title="Perhaps one of these" />
          <ProductCards products={alternatives} />
        </Section>
      )}
    </Page>
  );
}
