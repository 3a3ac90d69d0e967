import { MAX_QUERY } from '@lantern/api/catalog/limits';
import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { normalizeLine, truncate } from '@lantern/text/normalize';
import { printable } from '@lantern/text/printable';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { perLanguage } from '@lantern/ui/language';
import { Page, Section } from '@lantern/ui/page';
import { SectionHead } from '@lantern/ui/section-head';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import magnifier from '@lobehub/fluent-emoji-modern/assets/1f50d.svg';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { searchHead } from '../head/plain-head.ts';
import { pathTo } from '../lib/category-tree.ts';
import { literalPath, productPath, searchPath } from '../lib/paths.ts';
import { namesNothing, useTRPC } from '../lib/trpc.ts';
import { Moved, useHead } from '../page/page-answer.tsx';
import { CategoryChips } from './category-chips.tsx';
import { countFilters, type Filters, PAGE_SIZE, setFilters } from './filters.ts';
import { Listing } from './listing.tsx';
import { NoMatches } from './no-matches.tsx';
import { ProductCards } from './product-cards.tsx';
import { QueryPrice } from './query-price.tsx';
import { SortSelect } from './sort-select.tsx';
import { useFacets } from './use-facets.ts';
import { useFilters } from './use-filters.ts';

/** The most corrections to show for a word. */
const MAX_TOLD = 3;
const either = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));
const both = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** Search results, with alternatives if there are none. */
export function Component() {
  const trpc = useTRPC();
  const { filters, change, params } = useFilters();
  // As the store reads it: an address can hold what nobody types, and no title should be turned round by it.
  const q = truncate(normalizeLine(printable(params.get('q') ?? '')), MAX_QUERY).trim();
  const literal = params.has('literal') || undefined;
  const { data: tree = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const list = useInfiniteQuery(
    trpc.catalog.search.infiniteQueryOptions(
      { ...filters, q, literal, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const { data: facets } = useFacets({ ...filters, q, literal });
  const first = list.data?.pages[0];
  const { alternatives = [], someWords = false, categories = [], countsAreExact = true, price = null } = first ?? {};
  // Stays visible while results for other filters are loading.
  const isSaid = !list.isPlaceholderData || (!literal && q.includes(price?.phrase ?? ''));
  const unfiltered = countFilters(filters) === 0 && price === null;
  const words = isolated(q);
  const title = q ? t`Results for “${words}”` : t`Search`;
  useHead(() => searchHead(q));
  // An exact SKU leads straight to its product.
  if (first?.skuOf && unfiltered && !list.isPlaceholderData) {
    return <Moved to={productPath(first.skuOf)} keepsQuery={false} />;
  }
  return (
    <Page title={title}>
      {first && !list.isPlaceholderData && <Corrected corrections={first.corrections} />}
      {price && isSaid && <QueryPrice price={price} />}
      {q === '' || (alternatives.length > 0 && unfiltered) ? (
        <NothingFound q={q} someWords={someWords} />
      ) : filters.category && namesNothing(list.error, 'category') ? (
        <GoneCategory params={params} filters={filters} />
      ) : (
        <Listing
          list={list}
          facets={facets}
          filters={filters}
          onChange={change}
          sort={<SortSelect sort={filters.sort} usual={{ value: 'best', label: t`Best match` }} onChange={change} />}
          moreFilters={
            <CategoryChips
              categories={categories}
              countsAreExact={countsAreExact}
              chosen={filters.category}
              onChange={change}
            />
          }
          categoryName={pathTo(tree, filters.category).at(-1)?.name}
          empty={
            <NoMatches
              title={unfiltered ? t`Nothing found for “${words}”` : undefined}
              query={{ q, literal }}
              filters={filters}
              onChange={change}
              categoryName={pathTo(tree, filters.category).at(-1)?.name}
              facets={facets}
              clearHref={price ? literalPath(q) : searchPath(q)}
            />
          }
        />
      )}
      {alternatives.length > 0 && (
        <Section labelledBy="alternatives">
          <SectionHead id="alternatives" title={someWords ? t`Partial matches` : t`You may like`} />
          <ProductCards products={alternatives} />
        </Section>
      )}
    </Page>
  );
}

type Corrections = RouterOutputs['catalog']['search']['corrections'];

/** Says which words the search was corrected to. */
function Corrected({ corrections }: { corrections: Corrections }) {
  if (corrections.length === 0) return null;
  const quoted = (word: string) => t`“${word}”`;
  const missing = either().format(corrections.map(({ typed }) => quoted(typed)));
  const used = corrections.flatMap(({ words }) => words.slice(0, MAX_TOLD));
  const found = both().format(used.map((word) => quoted(isolated(word))));
  return (
    <p role="status">
      <Trans>
        No results for {missing}. Showing results for <b>{found}</b>.
      </Trans>
    </p>
  );
}

/** Leads to the same search without the category. */
function GoneCategory({ params, filters }: { params: URLSearchParams; filters: Filters }) {
  const everywhere = new URLSearchParams(params);
  setFilters(everywhere, { ...filters, category: undefined });
  return (
    <EmptyState
      title={t`This category is gone`}
      text={t`What you are looking for may be in another one.`}
      imageUrl={magnifier}
      action={<Button href={`/search?${everywhere}`}>{t`Search everywhere`}</Button>}
    />
  );
}

function NothingFound({ q, someWords }: { q: string; someWords: boolean }) {
  const words = isolated(q);
  const nothing = someWords ? t`No products match every word: “${words}”` : t`Nothing found for “${words}”`;
  return (
    <EmptyState
      title={q ? nothing : t`What are you looking for?`}
      text={
        q
          ? t`Check the spelling, or try fewer or other words.`
          : t`Type a word or two in the search above: “mug”, “headphones”, “tent”.`
      }
      imageUrl={magnifier}
      action={<Button href="/all">{t`Browse all`}</Button>}
    />
  );
}
