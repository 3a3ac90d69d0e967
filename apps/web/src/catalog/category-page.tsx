import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useParams } from 'react-router';
import { Component as NotFound } from '../errors/not-found-page.tsx';
import { allHead, categoryHead } from '../head/category-head.ts';
import { pathTo } from '../lib/category-tree.ts';
import { categoryPath } from '../lib/paths.ts';
import { namesNothing, useTRPC } from '../lib/trpc.ts';
import { Moved, useHead } from '../page/page-answer.tsx';
import { CategoryLinks } from './category-links.tsx';
import { PAGE_SIZE } from './filters.ts';
import { Listing } from './listing.tsx';
import { SortSelect } from './sort-select.tsx';
import { SubcategoryLinks } from './subcategory-links.tsx';
import { useFacets } from './use-facets.ts';
import { useFilters } from './use-filters.ts';

/** Few lists are empty. */
const NoMatches = lazy(async () => ({ default: (await import('./no-matches.tsx')).NoMatches }));

/** Keeps the title's line while the name is loading. */
const NO_BREAK_SPACE = '\u00a0';

/** One category, or all products. */
export function Component() {
  const { slug } = useParams();
  // Keyed by slug, so that one category is never shown as a placeholder for another.
  return <CategoryPage key={slug ?? ''} slug={slug} />;
}

function CategoryPage({ slug }: { slug: string | undefined }) {
  const trpc = useTRPC();
  const { filters, change } = useFilters();
  const list = useInfiniteQuery(
    trpc.catalog.list.infiniteQueryOptions(
      { ...filters, category: slug, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const { data: tree = [] } = useQuery(
    trpc.catalog.categories.queryOptions(undefined, {
      // A fresh tree, too, lacks a category that has been made or renamed since.
      refetchOnMount: ({ state }) => !slug || !!list.error || pathTo(state.data ?? [], slug).length > 0 || 'always',
    }),
  );
  const { data: facets } = useFacets({ ...filters, category: slug });
  const path = pathTo(tree, slug);
  const category = path.at(-1);
  const name = slug ? category?.name : t`Everything`;
  const isUnknown = namesNothing(list.error, 'category');
  useHead((origin) => {
    if (isUnknown) return null;
    if (!slug) return allHead(tree, origin);
    return category ? categoryHead(category, path.slice(0, -1), origin) : null;
  });
  if (isUnknown) return <NotFound />;
  const present = list.data?.pages[0]?.category;
  if (slug && present && present !== slug) return <Moved to={categoryPath(present)} />;
  const above = path.slice(0, -1).map((category) => ({ label: category.name, href: categoryPath(category.slug) }));
  return (
    <Page
      above={<Breadcrumbs items={[{ label: t`Home`, href: '/' }, ...above, { label: name ?? '' }]} />}
      title={name ?? NO_BREAK_SPACE}
    >
      {slug && <SubcategoryLinks top={path[0]} current={slug} filters={filters} />}
      <Listing
        list={list}
        facets={facets}
        filters={filters}
        onChange={change}
        sort={<SortSelect sort={filters.sort} usual={{ value: 'newest', label: t`Newest` }} onChange={change} />}
        moreFilters={!slug && <CategoryLinks categories={tree} filters={filters} />}
        empty={
          <NoMatches
            query={{ category: slug }}
            filters={filters}
            onChange={change}
            facets={facets}
            clearHref={slug ? categoryPath(slug) : '/all'}
          />
        }
      />
    </Page>
  );
}
