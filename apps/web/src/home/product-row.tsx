import { ErrorState } from '@lantern/ui/error-state';
import { Section } from '@lantern/ui/page';
import { ProductGridSkeleton } from '@lantern/ui/product-grid';
import { SectionHead } from '@lantern/ui/section-head';
import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { type Filters, filterParams } from '../catalog/filters.ts';
import { ProductCards } from '../catalog/product-cards.tsx';
import { allPath } from '../lib/paths.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';

interface ProductRowProps {
  title: string;
  filters: Filters;
  count: number;
  /** One error message on the page is enough: this row is hidden if it fails to load. */
  extra?: boolean;
}

/** The first few products of a list, with a link to all of them. */
export function ProductRow({ title, filters, count, extra = false }: ProductRowProps) {
  const id = useId();
  const { data, error, isFetching } = useQuery(useTRPC().catalog.list.queryOptions({ ...filters, limit: count }));
  const client = useQueryClient();
  if (data?.total === 0 || (extra && error && !data)) return null;
  const retry = () => client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  const link = { href: allPath(filterParams(filters)), label: t`See all` };
  return (
    <Section labelledBy={id}>
      <SectionHead id={id} title={title} link={link} />
      {data ? (
        <ProductCards products={data.items} plain />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void retry()} retrying={isFetching} />
      ) : (
        <ProductGridSkeleton count={count} />
      )}
    </Section>
  );
}
