import { Button } from '@lantern/ui/button';
import { Chip } from '@lantern/ui/chip';
import { EmptyState } from '@lantern/ui/empty-state';
import { t } from '@lingui/core/macro';
import magnifier from '@lobehub/fluent-emoji-modern/assets/1f50d.svg';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import { type Applied, appliedOf, type FilterNames } from './applied.ts';
import type { Filters } from './filters.ts';
import './applied-filters.css';

interface NoMatchesProps extends FilterNames {
  title?: string;
  /** What is listed apart from the filters: a category, or the words of a search. */
  query: { category?: string } | { q: string; literal?: boolean };
  filters: Filters;
  onChange: (changes: Filters) => void;
  /** The same without any filter. */
  clearHref: string;
}

/** So many filters are tried. */
const MAX_TRIED = 6;

/** Shown instead of an empty list: the filters without which there would be products, and how many. */
export function NoMatches({ title = t`No products match`, query, filters, ...props }: NoMatchesProps) {
  const { onChange, clearHref } = props;
  const applied = appliedOf(filters, props).slice(0, MAX_TRIED);
  return (
    <EmptyState
      title={title}
      text={
        applied.length > 1 ? t`Try it without one of the filters, or clear all.` : t`Clear the filters to see more.`
      }
      imageUrl={magnifier}
      action={
        <>
          {applied.length > 1 && (
            <div className="applied-filters applied-filters--centred">
              {applied.map((one) => (
                <Helpful key={one.label} applied={one} query={query} filters={filters} onChange={onChange} />
              ))}
            </div>
          )}
          <Button href={clearHref}>{t`Clear filters`}</Button>
        </>
      }
    />
  );
}

type HelpfulProps = Pick<NoMatchesProps, 'query' | 'filters' | 'onChange'> & { applied: Applied };

/** A filter to take away, if that leaves any products. */
function Helpful({ applied: { label, without }, query, filters, onChange }: HelpfulProps) {
  const trpc = useTRPC();
  const input = { ...filters, ...without, sort: undefined, limit: 1 };
  const isSearch = 'q' in query;
  const list = useQuery(trpc.catalog.list.queryOptions({ ...input, ...query }, { enabled: !isSearch }));
  const search = useQuery(trpc.catalog.search.queryOptions({ q: '', ...input, ...query }, { enabled: isSearch }));
  const { total = 0, totalIsExact = true } = { ...list.data, ...search.data };
  if (total === 0) return null;
  return (
    <Chip pressed removes count={totalIsExact ? total : undefined} onPress={() => onChange(without)}>
      {label}
    </Chip>
  );
}
