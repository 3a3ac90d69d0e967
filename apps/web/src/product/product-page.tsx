import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { Notice } from '@lantern/ui/notice';
import { Section } from '@lantern/ui/page';
import { ProductGrid } from '@lantern/ui/product-grid';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Component as NotFound } from '../errors/not-found-page.tsx';
import { categoryPath, productPath } from '../lib/paths.ts';
import { messageOf, shopError, useTRPC } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { BuyBox } from './buy-box.tsx';
import { Gallery } from './gallery.tsx';
import './product-page.css';

export function Component() {
  const trpc = useTRPC();
  const { slug = '' } = useParams();
  const { data: product, error, refetch } = useQuery(trpc.catalog.bySlug.queryOptions({ slug }));
  const { data: related = [] } = useQuery(
    trpc.catalog.related.queryOptions({ slug }, { enabled: product !== undefined }),
  );
  useTitle(product?.name);
  if (shopError(error)?.code === 'NOT_FOUND') return <NotFound />;
  if (error) {
    return (
      <Notice title="This page could not be loaded" alert action={{ text: 'Try again', onClick: () => void refetch() }}>
        {messageOf(error)}
      </Notice>
    );
  }
  if (!product)
    return <div className="product-page product-page--loading" role="status" aria-label="Loading the product" />;
  const path = product.categories.map((category) => ({ name: category.name, href: categoryPath(category.slug) }));
  return (
    <>
      <div className="product-page__crumbs">
        <Breadcrumbs path={[{ name: 'Home', href: '/' }, ...path]} />
      </div>
      <div className="product-page">
        <Gallery key={product.id} images={product.images} tint={product.tint} />
        <BuyBox key={product.slug} product={product} />
      </div>
      {related.length > 0 && (
        <Section title="Goes well with it">
          <ProductGrid products={related} hrefOf={productPath} />
        </Section>
      )}
    </>
  );
}
