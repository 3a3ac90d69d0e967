import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { formatCount } from '../format/format.tsx';
import { tintClass } from '../tint/tint.tsx';
import './category-tile.css';

interface CategoryTileProps {
  href: string;
  name: string;
  /** How many products wait behind it. */
  count?: number;
  imageUrl: string | null;
  tint: number;
  eager?: boolean;
}

/** A door to a category, in that category's own tint. */
export function CategoryTile({ href, name, count, imageUrl, tint, eager }: CategoryTileProps) {
  return (
    <Anchor href={href} className={cx('category-tile', tintClass(tint))}>
      <span className="category-tile__picture">
        {imageUrl !== null && <img src={imageUrl} alt="" width={80} height={80} loading={eager ? 'eager' : 'lazy'} />}
      </span>
      <span className="category-tile__name">
        <bdi>{name}</bdi>
      </span>
      {count !== undefined && <span className="category-tile__count">{formatCount(count, 'product')}</span>}
    </Anchor>
  );
}
