import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Page, Section } from '@lantern/ui/page';
import { SectionHead } from '@lantern/ui/section-head';
import magnifier from '@lobehub/fluent-emoji-3d/assets/1f50d.webp';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { searchPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { CategoryChips } from './category-chips.tsx';
import { pathTo } from './category-tree.ts';
import { countFilters, PAGE_SIZE } from './filters.ts';
import { Listing } from './listing.tsx';
import { ProductCards } from './product-cards.tsx';
import { SortSelect } from './sort-select.tsx';
import { useFilters } from './use-filters.ts';

/** More than this is refused by the server. */
const MAX_QUERY = 100;

/** What fits the words in the address, and what comes near where nothing does. */
export function Component() {
  const trpc = useTRPC();
  const { filters, change, params } = useFilters();
  const q = (params.get('q') ?? '').slice(0, MAX_QUERY).trim();
  const { data: tree = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const list = useInfiniteQuery(
    trpc.catalog.search.infiniteQueryOptions(
      { ...filters, q, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const alternatives = list.data?.pages[0]?.alternatives ?? [];
  const title = q ? `Results for “${q}”` : 'Search';
  useTitle(title);
  return (
    <Page title={title}>
      {q === '' || alternatives.length > 0 ? (
        <NothingFound q={q} />
      ) : (
        <Listing
          list={list}
          filters={filters}
          onChange={change}
          sort={<SortSelect sort={filters.sort} usual={{ value: 'best', label: 'Best match' }} onChange={change} />}
          moreFilters={<CategoryChips categories={tree} chosen={filters.category} onChange={change} />}
          categoryName={pathTo(tree, filters.category).at(-1)?.name}
          empty={
            <EmptyState
              title={countFilters(filters) > 0 ? 'Nothing fits these filters' : `Nothing found for “${q}”`}
              text="There is more to find for these words without them."
              imageUrl={magnifier}
              action={<Button href={searchPath(q)}>Clear the filters</Button>}
            />
          }
        />
      )}
      {alternatives.length > 0 && (
        <Section labelledBy="alternatives">
          <SectionHead id="alternatives" title="Perhaps one of these" />
          <ProductCards products={alternatives} />
        </Section>
      )}
    </Page>
  );
}

function NothingFound({ q }: { q: string }) {
  return (
    <EmptyState
      title={q ? `Nothing found for “${q}”` : 'What are you looking for?'}
      text={
        q
          ? 'Check the spelling, or try fewer or other words.'
          : 'Type a word or two into the search above: “mug”, “headphones”, “tent”.'
      }
      imageUrl={magnifier}
      action={<Button href="/all">Browse all</Button>}
    />
  );
}
