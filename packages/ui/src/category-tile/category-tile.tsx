import { plural } from '@lingui/core/macro';
import { accentClass } from '../accent/accent.tsx';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { Picture } from '../picture/picture.tsx';
import './category-tile.css';

interface CategoryTileProps {
  href: string;
  name: string;
  /** How many products the category has. */
  count?: number;
  imageUrl: string | null;
  accent: number;
}

/** A link to a category, in that category's own accent colour. */
export function CategoryTile({ href, name, count, imageUrl, accent }: CategoryTileProps) {
  return (
    <Anchor href={href} className={cx('ui card category-tile', accentClass(accent))}>
      <span className="category-tile__image">
        {imageUrl !== null && <Picture src={imageUrl} alt="" side={80} sizes="(max-width: 47.5em) 64px, 80px" />}
      </span>
      <div className="header category-tile__name">
        <bdi>{name}</bdi>
      </div>
      {count !== undefined && (
        <div className="meta category-tile__count">{plural(count, { one: '# product', other: '# products' })}</div>
      )}
    </Anchor>
  );
}
