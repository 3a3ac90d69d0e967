import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { Notice } from '@lantern/ui/notice';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Component as NotFound } from '../errors/not-found-page.tsx';
import { categoryPath } from '../lib/paths.ts';
import { shopError, useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { FilterBar } from './filter-bar.tsx';
import { Listing } from './listing.tsx';
import { useFilters } from './use-filters.ts';

type Category = RouterOutputs['catalog']['categories'][number];

export function Component() {
  const trpc = useTRPC();
  const { slug } = useParams();
  const state = useFilters();
  const { data: tree = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const list = useInfiniteQuery(
    trpc.catalog.list.infiniteQueryOptions(
      { ...state.filters, category: slug, limit: 24 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const path = pathTo(tree, slug);
  const here = path.at(-1);
  const title = slug ? (here?.name ?? ' ') : 'Everything';
  useTitle(title);
  if (shopError(list.error)?.code === 'NOT_FOUND') return <NotFound />;
  const total = list.data?.pages[0]?.total;
  const shelves = slug ? (here?.children ?? []) : tree;
  return (
    <>
      <div className="listing__head">
        <Breadcrumbs
          path={[
            { name: 'Home', href: '/' },
            ...path.map((category) => ({ name: category.name, href: categoryPath(category.slug) })),
          ]}
        />
        <h1>{title}</h1>
        <nav className="shelf-links" aria-label="Shelves">
          {shelves.map((child) => (
            <Anchor key={child.slug} href={categoryPath(child.slug)}>
              {child.name}
            </Anchor>
          ))}
        </nav>
      </div>
      <FilterBar total={total} state={state} />
      {total === 0 ? (
        <Notice
          title="Nothing fits these filters"
          action={{ text: 'Clear the filters', href: slug ? categoryPath(slug) : '/all' }}
        >
          Try a wider price range, or look at sold out things too.
        </Notice>
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

/** From the top of the tree down to `slug`; empty when it is not there. */
function pathTo(tree: Category[], slug: string | undefined): Category[] {
  for (const category of tree) {
    if (category.slug === slug) return [category];
    const below = pathTo(category.children, slug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}
