import { MAX_QUERY } from '@lantern/api/catalog/limits';
import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { formatNumber } from '@lantern/ui/format';
import { Price } from '@lantern/ui/price';
import { SearchBox, type SearchSuggestion } from '@lantern/ui/search-box';
import { plural, t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { categoryPath, productPath, searchPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { typedAhead } from '../lib/typed-ahead.ts';
import { useDebounced } from '../lib/use-debounced.ts';

const TYPING_PAUSE_MS = 120;

/** The header's search: suggests while typing, and keeps the query of the search page. */
export function HeaderSearch({ productCount }: { productCount: number }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const searched = pathname === '/search' ? (params.get('q') ?? '') : '';
  const [words, setWords] = useState(searched);
  const [{ note, take }] = useState(typedAhead);
  useEffect(() => {
    if (!take()) setWords(searched);
  }, [searched, take]);
  const q = useDebounced(words.trim().slice(0, MAX_QUERY), TYPING_PAUSE_MS);
  const asked = { enabled: q !== '' && q !== searched, placeholderData: keepPreviousData };
  // The results' code comes while one types; without it, opening them would fetch it.
  const isTyping = q !== '';
  useEffect(() => void (isTyping && import('../catalog/search-page.tsx').catch(() => null)), [isTyping]);
  const products = useQuery(trpc.catalog.suggest.queryOptions({ q }, asked));
  const more = useQuery(trpc.catalog.suggestMore.queryOptions({ q }, asked));
  const isFetching = products.isFetching || more.isFetching;
  const isSettled = q === words.trim() && products.isSuccess && !products.isPlaceholderData;
  return (
    <SearchBox
      value={words}
      placeholder={
        productCount > 0 ? plural(productCount, { one: 'Search # product', other: 'Search # products' }) : t`Search`
      }
      suggestions={suggestionsOf(q, products.data ?? [], more.data)}
      nothing={isSettled ? t`No matches for “${{ words: isolated(q) }}”` : undefined}
      loading={isFetching}
      onChange={(text) => {
        note();
        setWords(text);
      }}
      onSubmit={(text) => text && navigate(searchPath(text))}
      onPick={({ href, all }) => {
        setWords(all ? q : '');
        navigate(href);
      }}
    />
  );
}

type Outputs = RouterOutputs['catalog'];

/** Matching categories, products, and a link to all results. */
function suggestionsOf(
  q: string,
  products: Outputs['suggest'],
  more: Outputs['suggestMore'] | undefined,
): SearchSuggestion[] {
  const categories = more?.categories ?? [];
  const { total = 0, totalIsExact = true } = more ?? {};
  return [
    ...categories.map(({ slug, name, count }) => ({
      key: `category ${slug}`,
      label: name,
      href: categoryPath(slug),
      detail: t`Category, ${plural(count, { one: '# product', other: '# products' })}`,
    })),
    ...products.map(({ slug, name, imageUrl, priceCents, fromPrice, categoryName }) => ({
      key: slug,
      label: name,
      href: productPath(slug),
      imageUrl,
      detail: categoryName ?? undefined,
      price: <Price cents={priceCents} from={fromPrice} />,
    })),
    ...(total > 0 && products.length > 0
      ? [
          {
            key: 'all results',
            label: totalIsExact
              ? plural(total, { one: 'See # result', other: 'See all # results' })
              : t`See all ${{ count: formatNumber(total) }}+ results`,
            href: searchPath(q),
            all: true,
          },
        ]
      : []),
  ];
}
