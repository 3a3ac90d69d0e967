import { Button } from '@lantern/ui/button';
import { Chip } from '@lantern/ui/chip';
import { EmptyState } from '@lantern/ui/empty-state';
import magnifier from '@lobehub/fluent-emoji-3d/assets/1f50d.webp';
import { useQueries } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import { appliedOf } from './applied.ts';
import type { Filters } from './filters.ts';
import './applied-filters.css';

interface NoMatchesProps {
  title?: string;
  /** What is listed apart from the filters: a category, or the words of a search. */
  query: { category?: string } | { q: string; literal?: boolean };
  filters: Filters;
  onChange: (changes: Filters) => void;
  categoryName?: string;
  /** The same without any filter. */
  clearHref: string;
}

/** So many filters are tried. */
const MAX_TRIED = 6;

/** Shown instead of an empty list: the filters without which there would be products, and how many. */
export function NoMatches({ title = 'No products match', query, filters, ...props }: NoMatchesProps) {
  const { onChange, categoryName, clearHref } = props;
  const trpc = useTRPC();
  const applied = appliedOf(filters, categoryName).slice(0, MAX_TRIED);
  const tried = applied.map(({ without }) => ({ ...filters, ...without, sort: undefined, limit: 1 }));
  const lists = useQueries({
    queries: tried.map((input) =>
      'q' in query
        ? trpc.catalog.search.queryOptions({ ...input, ...query })
        : trpc.catalog.list.queryOptions({ ...input, ...query }),
    ),
  });
  const helpful = applied.flatMap((one, at) => {
    const total = lists[at]?.data?.total ?? 0;
    return total > 0 ? { ...one, total } : [];
  });
  return (
    <EmptyState
      title={title}
      text={helpful.length > 0 ? 'There are products without one of these filters:' : 'Clear the filters to see more.'}
      imageUrl={magnifier}
      action={
        <>
          {helpful.length > 0 && (
            <div className="applied-filters applied-filters--centred">
              {helpful.map(({ label, without, total }) => (
                <Chip key={label} pressed removes count={total} onPress={() => onChange(without)}>
                  {label}
                </Chip>
              ))}
            </div>
          )}
          <Button href={clearHref}>Clear filters</Button>
        </>
      }
    />
  );
}
