import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';

/** Shown while the product is loading. */
export function ProductSkeleton() {
  return (
    <div role="status" aria-label="Loading the product">
      <div className="product-page__crumbs" />
      <div className="product-page">
        <SkeletonBox ratio="1" />
        <div className="buy-box">
          <SkeletonText lines={2} />
          <SkeletonText lines={4} />
          <SkeletonBox height={52} />
        </div>
      </div>
    </div>
  );
}
