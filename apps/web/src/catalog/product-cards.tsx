import type { RouterOutputs } from '@lantern/api/types';
import { ProductCard, type ProductFlag } from '@lantern/ui/product-card';
import { ProductGrid } from '@lantern/ui/product-grid';
import { productPath } from '../lib/paths.ts';

type Product = RouterOutputs['catalog']['list']['items'][number];

interface ProductCardsProps {
  products: Product[];
  /** How many pictures are seen without scrolling, and load at once. */
  eager?: number;
  narrow?: boolean;
  /** Among nothing but new things, "New" says nothing. */
  plain?: boolean;
}

/** Products as the API lists them, as a grid of cards. */
export function ProductCards({ products, eager = 0, narrow, plain = false }: ProductCardsProps) {
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
          accent={product.tint}
          optionSummary={product.fact}
          flag={flagOf(product, plain)}
          eager={index < eager}
        />
      ))}
    </ProductGrid>
  );
}

const FEW = 3;

/** What matters most of it, if anything does. */
function flagOf({ stock, isNew }: Product, plain: boolean): ProductFlag | null {
  if (stock === 0) return 'Sold out';
  if (stock <= FEW) return `Only ${stock} left`;
  return isNew && !plain ? 'New' : null;
}
