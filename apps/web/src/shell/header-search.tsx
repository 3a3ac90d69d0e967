import { SearchBox } from '@lantern/ui/search-box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { productPath, searchPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useDebounced } from '../lib/use-debounced.ts';

const TYPING_PAUSE_MS = 120;

/** The search of the header: suggests while you type, and keeps the words of the search page. */
export function HeaderSearch({ productCount }: { productCount: number }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const searched = pathname === '/search' ? (params.get('q') ?? '') : '';
  const [words, setWords] = useState(searched);
  useEffect(() => setWords(searched), [searched]);
  const q = useDebounced(words.trim(), TYPING_PAUSE_MS);
  const { data = [], isFetching } = useQuery(
    trpc.catalog.suggest.queryOptions(
      { q },
      { enabled: q !== '' && q !== searched, placeholderData: keepPreviousData },
    ),
  );
  return (
    <SearchBox
      value={words}
      placeholder={productCount > 0 ? `Search ${productCount.toLocaleString('en')} products` : 'Search'}
      suggestions={data.map(({ slug, name, imageUrl }) => ({
        key: slug,
        label: name,
        imageUrl,
        href: productPath(slug),
      }))}
      loading={isFetching}
      onChange={setWords}
      onSubmit={(text) => text && navigate(searchPath(text))}
      onPick={({ href }) => {
        setWords('');
        navigate(href);
      }}
    />
  );
}
