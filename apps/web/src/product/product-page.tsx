import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { ErrorState } from '@lantern/ui/error-state';
import { Page, Section } from '@lantern/ui/page';
import { SectionHead } from '@lantern/ui/section-head';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { ProductCards } from '../catalog/product-cards.tsx';
import { Component as NotFound } from '../errors/not-found-page.tsx';
import { productHead } from '../head/product-head.ts';
import { categoryPath, productPath } from '../lib/paths.ts';
import { usePreview } from '../lib/product-preview.ts';
import { apiError, messageOf, namesNothing, useTRPC } from '../lib/trpc.ts';
import { Moved, useHead } from '../page/page-answer.tsx';
import { BuyBox } from './buy-box.tsx';
import { ProductGallery } from './product-gallery.tsx';
import { ProductSkeleton } from './product-skeleton.tsx';
import { useBelow } from './use-below.ts';
import { useOthersViewed } from './use-others-viewed.ts';
import './product-page.css';

/** Nobody waits for them. */
const RecentlyViewed = lazy(async () => ({ default: (await import('./recently-viewed.tsx')).RecentlyViewed }));

export function Component() {
  const trpc = useTRPC();
  const { slug = '' } = useParams();
  const { data: product, error, refetch, isFetching } = useQuery(trpc.catalog.bySlug.queryOptions({ slug }));
  const { data: related = [] } = useQuery(trpc.catalog.related.queryOptions({ slug }));
  const preview = usePreview(slug);
  const others = useOthersViewed(product?.slug);
  const hasBelow = useBelow(slug, preview !== undefined);
  useHead((origin) => (product ? productHead(product, origin) : null));
  if (namesNothing(error, 'slug')) return <NotFound isGone={apiError(error)?.reason === 'no_longer_sold'} />;
  if (!product) {
    return (
      <Page>
        {error ? (
          <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <ProductSkeleton preview={preview} />
        )}
      </Page>
    );
  }
  // A previous slug: redirect to the current one.
  if (product.slug !== slug) return <Moved to={productPath(product.slug)} />;
  const { name, categories } = product;
  return (
    <Page
      above={
        <Breadcrumbs
          items={[
            { label: t`Home`, href: '/' },
            ...categories.map((category) => ({ label: category.name, href: categoryPath(category.slug) })),
            { label: name },
          ]}
        />
      }
    >
      <div className="product-page">
        <ProductGallery key={product.id} product={product} seen={preview !== undefined} />
        <BuyBox key={product.slug} product={product} />
      </div>
      {hasBelow && related.length > 0 && (
        <Section labelledBy="related">
          <SectionHead id="related" title={t`You might also like`} />
          <ProductCards products={related} />
        </Section>
      )}
      {hasBelow && others.length > 0 && (
        <Suspense fallback={null}>
          <RecentlyViewed slugs={others} />
        </Suspense>
      )}
    </Page>
  );
}
