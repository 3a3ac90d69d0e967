import type { RouterOutputs } from '@lantern/api/types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { choiceText, type Names } from '../fields/names.ts';
import type { LogEntry } from '../live/follow-log.ts';

/** As many as fit into a URL; further down, raw names are shown. */
const MOST = 60;
const STALE_MS = 60_000;

type Category = RouterOutputs['admin']['categories']['list'][number];

export interface LogNames extends Names {
  /** A user's name by their id. */
  user: (id: number | null) => string | undefined;
  featuredImage: (productId: string) => { imageUrl: string | null; accent: number } | undefined;
}

/** The names of the users and entities in the log, and whether they are still loading. */
export function useNames(entries: LogEntry[]): { names: LogNames; waiting: boolean } {
  const trpc = useTRPC();
  const input = useMemo(() => askedFor(entries), [entries]);
  const options = { staleTime: STALE_MS, placeholderData: keepPreviousData };
  const asked = useQuery(trpc.admin.activity.names.queryOptions(input, { ...options, enabled: entries.length > 0 }));
  const tree = useQuery(trpc.admin.categories.list.queryOptions(undefined, options));
  const names = useMemo((): LogNames => {
    const products = new Map(asked.data?.products.map((product) => [String(product.id), product]));
    const users = new Map(asked.data?.users.map(({ id, name }) => [id, name]));
    const categories = (tree.data ?? []).flatMap(withChildren);
    const choices = new Map<string, string | undefined>();
    for (const [id, { variants }] of products) {
      for (const { sku, options: chosen } of variants) choices.set(`${id} ${sku}`, choiceText(chosen));
    }
    return {
      categoryAt: (slug) => categories.find((category) => category.slug === slug)?.name,
      categoryOf: (id) => categories.find((category) => category.id === id)?.name,
      variant: (productId, sku) => choices.get(`${productId} ${sku}`),
      user: (id) => (id === null ? undefined : users.get(id)),
      featuredImage: (productId) => products.get(productId),
    };
  }, [asked.data, tree.data]);
  return { names, waiting: (entries.length > 0 && asked.isPending) || tree.isPending };
}

function askedFor(entries: LogEntry[]) {
  const idsOf = (kind: string) => entries.flatMap(({ entity }) => (entity.type === kind ? Number(entity.id) : []));
  const actors = entries.flatMap(({ actor }) => actor.id ?? []);
  return { products: some(idsOf('product')), users: some([...actors, ...idsOf('user')]) };
}

/** Sorted, so that the same ids make the same query. */
function some(ids: number[]): number[] {
  return [...new Set(ids)].slice(0, MOST).sort((a, b) => a - b);
}

function withChildren({ id, slug, name, children }: Category): { id: number; slug: string; name: string }[] {
  return [{ id, slug, name }, ...children.flatMap(withChildren)];
}
