import type { RouterOutputs } from '@lantern/api/types';
import { Section } from '@lantern/ui/page';
import { ProductGridSkeleton } from '@lantern/ui/product-grid';
import { SectionHead } from '@lantern/ui/section-head';
import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProductCards } from '../catalog/product-cards.tsx';
import { useInView } from '../catalog/use-in-view.ts';
import { forgetViewed } from '../lib/recently-viewed.ts';
import { apiError, useTRPC } from '../lib/trpc.ts';

type Product = RouterOutputs['catalog']['bySlug'];
type Card = RouterOutputs['catalog']['list']['items'][number];

/** Products that were opened before, as soon as they come near the window. */
export function RecentlyViewed({ slugs }: { slugs: string[] }) {
  const [isNear, setNear] = useState(false);
  const place = useInView(() => setNear(true), !isNear);
  const { data: cards } = useCards(slugs, isNear);
  return (
    <div ref={place}>
      {isNear && cards?.length !== 0 && (
        <Section labelledBy="recently-viewed">
          <SectionHead id="recently-viewed" title={t`Recently viewed`} />
          {cards ? <ProductCards products={cards} /> : <ProductGridSkeleton count={Math.min(slugs.length, 4)} />}
        </Section>
      )}
    </div>
  );
}

/** As many as fill a row. */
const SHOWN = 4;

function useCards(slugs: string[], enabled: boolean) {
  const client = useQueryClient();
  const { catalog } = useTRPC();
  const cardOf = async (slug: string) => {
    try {
      return toCard(await client.fetchQuery(catalog.bySlug.queryOptions({ slug })));
    } catch (error) {
      if (apiError(error)?.code === 'NOT_FOUND') forgetViewed(slug);
      return null;
    }
  };
  return useQuery({
    queryKey: ['recently-viewed', slugs],
    queryFn: async () => (await Promise.all(slugs.slice(0, SHOWN).map(cardOf))).filter((card) => card !== null),
    enabled,
  });
}

/** The card of a product, as lists show it. */
function toCard({ id, slug, name, accent, tagline, images, variants }: Product): Card {
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0);
  const prices = variants.filter((variant) => variant.stock > 0 || stock === 0).map(({ priceCents }) => priceCents);
  const priceCents = Math.min(...prices);
  return {
    ...{ id, slug, name, accent, stock, priceCents, optionSummary: tagline },
    imageUrl: images[0]?.url ?? null,
    fromPrice: prices.some((price) => price > priceCents),
    inStock: stock > 0,
    isNew: false,
  };
}
