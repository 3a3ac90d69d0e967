import type { RouterOutputs } from '@lantern/api/types';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepPreview } from '../lib/product-preview.ts';
import { useTRPC } from '../lib/trpc.ts';
import { whenIdle } from '../lib/when-idle.ts';

type Product = RouterOutputs['catalog']['list']['items'][number];

/** After the page has settled: its images and the visitor's cart come first. */
const IDLE_MS = 1500;

/** Returns what fetches a product's page before it is opened: call it when somebody points at its card. */
export function usePrefetch(): (product: Product) => void {
  const client = useQueryClient();
  const { catalog } = useTRPC();
  return (product) => {
    const { slug } = product;
    keepPreview(client, slug, product);
    if (savesData()) return;
    void client.prefetchQuery(catalog.bySlug.queryOptions({ slug }));
    void client.prefetchQuery(catalog.related.queryOptions({ slug }));
  };
}

/** Fetches the pages of these products when the browser has nothing else to do. */
export function useIdlePrefetch(products: Product[]): void {
  const prefetch = usePrefetch();
  const slugs = products.map(({ slug }) => slug).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same slugs are the same products.
  useEffect(() => {
    if (slugs === '' || savesData()) return;
    const timer = setTimeout(() => whenIdle(() => products.forEach(prefetch)), IDLE_MS);
    return () => clearTimeout(timer);
  }, [slugs]);
}

/** Whether the visitor has asked for as few bytes as possible. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true;
}
