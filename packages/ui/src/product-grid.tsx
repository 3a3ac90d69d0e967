import { ProductCard, type ProductCardProps } from './product-card.tsx';
import './product-grid.css';

type GridProduct = Omit<ProductCardProps, 'href' | 'eager'> & { slug: string };
const FIRST_ROW = 4;

/** Cards, four in a row, two on a phone. */
export function ProductGrid({ products, hrefOf }: { products: GridProduct[]; hrefOf: (slug: string) => string }) {
  return (
    <ul className="product-grid">
      {products.map(({ slug, ...product }, index) => (
        <li key={slug}>
          <ProductCard href={hrefOf(slug)} eager={index < FIRST_ROW} {...product} />
        </li>
      ))}
    </ul>
  );
}

/** Holds the place of a grid that is still loading, so that nothing jumps when it comes. */
export function ProductGridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <div className="product-grid" role="status" aria-label="Loading products">
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <div key={index} className="product-grid__ghost" />
      ))}
    </div>
  );
}
