import { Button } from '@lantern/ui/button';
import { CategoryTiles } from '@lantern/ui/category-tiles';
import { Hero } from '@lantern/ui/hero';
import { Section } from '@lantern/ui/page';
import { ProductGrid, ProductGridSkeleton } from '@lantern/ui/product-grid';
import { useQuery } from '@tanstack/react-query';
import { categoryPath, productPath } from '../lib/paths.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import './home-page.css';

const pictures = ['/media/1fad6.webp', '/media/1f3a7.webp', '/media/1f392.webp'];

export function Component() {
  useTitle(undefined);
  const trpc = useTRPC();
  const { data: categories = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const newest = useQuery(trpc.catalog.list.queryOptions({ sort: 'newest', limit: 8 }));
  const tiles = categories.map(({ slug, ...category }) => ({ ...category, href: categoryPath(slug) }));
  const total = newest.data?.total;
  return (
    <>
      <Hero
        title="Things that earn their place."
        text={`${total ?? 'A few'} objects for kitchen, desk and trail, chosen to be used every day.`}
        pictures={pictures}
      >
        <Button variant="primary" href="/all">
          See what is new
        </Button>
        <Button href="/all?sort=name">Browse all</Button>
      </Hero>
      <Section title="Shop by category">
        <CategoryTiles tiles={tiles} />
      </Section>
      <Section title="New this week" link={{ href: '/all', text: total ? `All ${total}` : 'All' }}>
        {newest.isPending && <ProductGridSkeleton />}
        {newest.isError && <p role="alert">{messageOf(newest.error)}</p>}
        {newest.data && <ProductGrid products={newest.data.items} hrefOf={productPath} />}
      </Section>
      <div className="ticks">
        <p>
          <b>Delivered in 2–4 days</b>€4.90, free above €50.
        </p>
        <p>
          <b>30 days to return</b>Unused, for any reason.
        </p>
        <p>
          <b>Real people</b>Answers within one working day.
        </p>
      </div>
    </>
  );
}
