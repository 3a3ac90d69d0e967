import type { RouterOutputs } from '@lantern/api/types';
import { Gallery } from '@lantern/ui/gallery';
import { useQueryParams } from '../lib/use-query-params.ts';
import { imageOf, startingVariant } from './variants.ts';

interface ProductGalleryProps {
  product: RouterOutputs['catalog']['bySlug'];
  /** It was opened from a card, which has shown its first image. */
  seen: boolean;
}

/** The product's images; one whose description names the chosen variant comes up with it. */
export function ProductGallery({ product, seen }: ProductGalleryProps) {
  const { images, variants, accent } = product;
  const [params] = useQueryParams();
  const chosen = startingVariant(variants, params.get('sku'));
  return (
    <Gallery
      images={images.map(({ url, alt }) => ({ src: url, alt, accent }))}
      seen={seen}
      shown={chosen ? imageOf(images, chosen) : 0}
    />
  );
}
