import { FEW_LEFT } from '@lantern/api/catalog/stock-level';
import type { RouterOutputs } from '@lantern/api/types';
import { ProductCard, type ProductFlag } from '@lantern/ui/product-card';
import { ProductGrid } from '@lantern/ui/product-grid';
import { productPath } from '../lib/paths.ts';
import { useIdlePrefetch, usePrefetch } from './use-prefetch.ts';

type Product = RouterOutputs['catalog']['list']['items'][number];

interface ProductCardsProps {
  products: Product[];
  /** How many images are above the fold, and load at once. */
  eager?: number;
  narrow?: boolean;
  /** Omits the "New" flag in a list of new products. */
  plain?: boolean;
}

/** Of a list above the fold: these are opened most often. */
const PREFETCHED = 4;

/** A grid of product cards. */
export function ProductCards({ products, eager = 0, narrow, plain = false }: ProductCardsProps) {
  const prefetch = usePrefetch();
  useIdlePrefetch(eager > 0 ? products.slice(0, PREFETCHED) : []);
  return (
    <ProductGrid narrow={narrow}>
      {products.map((product, index) => (
        <ProductCard
          key={product.id}
          href={productPath(product.slug)}
          name={product.name}
          priceCents={product.priceCents}
          fromPrice={product.fromPrice}
          imageUrl={product.imageUrl}
          accent={product.accent}
          optionSummary={product.optionSummary}
          flag={flagOf(product, plain)}
          eager={index < eager}
          first={index === 0 && eager > 0}
          onIntent={() => prefetch(product)}
        />
      ))}
    </ProductGrid>
  );
}

/** The most important thing to say about a product, if any. */
function flagOf({ stock, isNew }: Product, plain: boolean): ProductFlag | null {
  if (stock === 0) return 'sold-out';
  if (stock <= FEW_LEFT) return stock;
  return isNew && !plain ? 'new' : null;
}
