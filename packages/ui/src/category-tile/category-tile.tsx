import { Card } from 'semantic-ui-react';
import { accentClass } from '../accent/accent.tsx';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { formatCount } from '../format/format.tsx';
import { Picture } from '../picture/picture.tsx';
import './category-tile.css';

interface CategoryTileProps {
  href: string;
  name: string;
  /** How many products the category has. */
  count?: number;
  imageUrl: string | null;
  accent: number;
  eager?: boolean;
}

/** A link to a category, in that category's own accent colour. */
export function CategoryTile({ href, name, count, imageUrl, accent, eager }: CategoryTileProps) {
  return (
    <Card as={Anchor} href={href} className={cx('category-tile', accentClass(accent))}>
      <span className="category-tile__image">
        {imageUrl !== null && (
          <Picture src={imageUrl} alt="" side={80} sizes="(max-width: 760px) 64px, 80px" eager={eager} />
        )}
      </span>
      <Card.Header className="category-tile__name">
        <bdi>{name}</bdi>
      </Card.Header>
      {count !== undefined && <Card.Meta className="category-tile__count">{formatCount(count, 'product')}</Card.Meta>}
    </Card>
  );
}
