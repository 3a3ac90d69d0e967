import type { RouterOutputs } from '@lantern/api/types';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';

/** What a list knows of a product: enough to show at once which one was chosen. */
export type ProductPreview = Pick<
  RouterOutputs['catalog']['list']['items'][number],
  'name' | 'imageUrl' | 'accent' | 'priceCents' | 'fromPrice'
>;

const previewKey = (slug: string) => ['product-preview', slug];

/** Notes the card of a product that is about to be opened. */
export function keepPreview(client: QueryClient, slug: string, preview: ProductPreview): void {
  client.setQueryData(previewKey(slug), preview);
}

/** The card that the product was opened from; undefined for a visitor from elsewhere. */
export function usePreview(slug: string): ProductPreview | undefined {
  return useQueryClient().getQueryData<ProductPreview>(previewKey(slug));
}
