import { Gallery } from '@lantern/ui/gallery';
import { Price } from '@lantern/ui/price';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import type { ProductPreview } from '../lib/product-preview.ts';

/** Shown while the product is loading: what its card said of it, if it was opened from one. */
export function ProductSkeleton({ preview }: { preview: ProductPreview | undefined }) {
  return (
    <>
      <div className="product-page__crumbs" />
      <div className="product-page">
        {preview ? (
          <Gallery images={[{ src: preview.imageUrl, alt: '', accent: preview.accent }]} seen />
        ) : (
          <SkeletonBox ratio="1" />
        )}
        <div className="buy-box">
          {preview ? (
            <div className="buy-box__head">
              <h1>
                <bdi>{preview.name}</bdi>
              </h1>
              <Price cents={preview.priceCents} from={preview.fromPrice} size="large" />
            </div>
          ) : (
            <SkeletonText lines={2} />
          )}
          <div role="status" aria-label={t`Loading the product`}>
            <SkeletonText lines={4} />
            <SkeletonBox height={52} />
          </div>
        </div>
      </div>
    </>
  );
}
