import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { ProductGrid, ProductGridSkeleton } from '@lantern/ui/product-grid';
import { useEffect, useRef } from 'react';
import { productPath } from '../lib/paths.ts';
import { messageOf } from '../lib/trpc.ts';

type ListPage = Pick<RouterOutputs['catalog']['list'], 'items' | 'total'>;

interface ListingProps {
  pages: ListPage[] | undefined;
  error: unknown;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

/** Products that go on as you scroll; the button does the same for those who do not. */
export function Listing({ pages, error, hasMore, loadingMore, onMore, onRetry }: ListingProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasMore || loadingMore) return;
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onMore(), {
      rootMargin: '300px',
    });
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [hasMore, loadingMore, onMore]);
  if (error) {
    return (
      <div className="listing__more" role="alert">
        {messageOf(error)} <Button onClick={onRetry}>Try again</Button>
      </div>
    );
  }
  if (!pages) return <ProductGridSkeleton />;
  const products = pages.flatMap(({ items }) => items);
  return (
    <>
      <ProductGrid products={products} hrefOf={productPath} />
      <div className="listing__more" ref={end}>
        {hasMore && (
          <>
            <span className="num">
              {products.length} of {pages[0]?.total} shown
            </span>
            <Button loading={loadingMore} onClick={onMore}>
              Show more
            </Button>
          </>
        )}
      </div>
    </>
  );
}
