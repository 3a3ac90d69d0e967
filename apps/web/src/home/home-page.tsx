import { Button } from '@lantern/ui/button';
import { CategoryTile } from '@lantern/ui/category-tile';
import { CategoryTiles } from '@lantern/ui/category-tiles';
import { ErrorState } from '@lantern/ui/error-state';
import { Hero } from '@lantern/ui/hero';
import { Page, Section } from '@lantern/ui/page';
import { ProductGridSkeleton } from '@lantern/ui/product-grid';
import { SectionHead } from '@lantern/ui/section-head';
import { Ticks } from '@lantern/ui/ticks';
import { useQuery } from '@tanstack/react-query';
import { Headset, RotateCcw, Truck } from 'lucide-react';
import { ProductCards } from '../catalog/product-cards.tsx';
import { categoryPath } from '../lib/paths.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';

export function Component() {
  useTitle(undefined);
  const trpc = useTRPC();
  const { data: categories = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const newest = useQuery(trpc.catalog.list.queryOptions({ sort: 'newest', limit: 8 }));
  const total = newest.data?.total;
  return (
    <Page>
      <Hero
        title="Things that earn their place."
        text={`${total ?? 'A few'} objects for kitchen, desk and trail, chosen to be used every day.`}
        pictures={['/media/1fad6.webp', '/media/1f3a7.webp', '/media/1f392.webp']}
        actions={
          <>
            <Button variant="primary" href="/all">
              See what is new
            </Button>
            <Button href="/all?sort=name">Browse all</Button>
          </>
        }
      />
      <Section labelledBy="categories">
        <SectionHead id="categories" title="Shop by category" />
        <CategoryTiles>
          {categories.map(({ slug, name, productCount, imageUrl, tint }) => (
            <CategoryTile
              key={slug}
              href={categoryPath(slug)}
              name={name}
              count={productCount}
              imageUrl={imageUrl}
              tint={tint}
              eager
            />
          ))}
        </CategoryTiles>
      </Section>
      <Section labelledBy="newest">
        <SectionHead
          id="newest"
          title="New this week"
          link={{ href: '/all', label: total ? `All ${total.toLocaleString('en')}` : 'All' }}
        />
        {newest.isPending && <ProductGridSkeleton />}
        {newest.isError && <ErrorState text={messageOf(newest.error)} onRetry={() => void newest.refetch()} />}
        {newest.data && <ProductCards products={newest.data.items} />}
      </Section>
      <Section>
        <Ticks
          items={[
            { title: 'Delivered in 2–4 days', text: '€4.90, free above €50.', icon: <Truck aria-hidden="true" /> },
            { title: '30 days to return', text: 'Unused, for any reason.', icon: <RotateCcw aria-hidden="true" /> },
            { title: 'Real people', text: 'Answers within one working day.', icon: <Headset aria-hidden="true" /> },
          ]}
        />
      </Section>
    </Page>
  );
}
