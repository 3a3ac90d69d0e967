import { Anchor } from './anchor.tsx';
import './category-tiles.css';

export interface CategoryTile {
  href: string;
  name: string;
  productCount: number;
  imageUrl: string | null;
  tint: number;
}

/** The top categories, each in its own colour. */
export function CategoryTiles({ tiles }: { tiles: CategoryTile[] }) {
  return (
    <div className="category-tiles">
      {tiles.map(({ href, name, productCount, imageUrl, tint }) => (
        <Anchor key={href} href={href} className={`category-tiles__tile tint-${tint}`}>
          {imageUrl && <img src={imageUrl} alt="" width={76} height={76} />}
          {name}
          <small>{productCount} products</small>
        </Anchor>
      ))}
    </div>
  );
}
