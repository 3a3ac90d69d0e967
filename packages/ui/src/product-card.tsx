import { Anchor } from './anchor.tsx';
import { Plinth } from './plinth.tsx';
import { Price } from './price.tsx';
import './product-card.css';

const LOW_STOCK = 3;

export interface ProductCardProps {
  href: string;
  name: string;
  priceCents: number;
  fromPrice: boolean;
  imageUrl: string | null;
  tint: number;
  stock: number;
  isNew: boolean;
  fact: string | null;
  eager?: boolean;
}

/** Name, price, one fact, and a flag only when it matters. The whole card is one link. */
export function ProductCard({
  href,
  name,
  priceCents,
  fromPrice,
  imageUrl,
  tint,
  stock,
  isNew,
  fact,
  eager,
}: ProductCardProps) {
  const flag = stock === 0 ? 'Sold out' : stock <= LOW_STOCK ? `Only ${stock} left` : isNew ? 'New' : null;
  return (
    <Anchor href={href} className="product-card">
      <span className="product-card__picture">
        <Plinth src={imageUrl} alt="" tint={tint} eager={eager} />
        {flag && (
          <span className={stock === 0 ? 'product-card__flag product-card__flag--out' : 'product-card__flag'}>
            {flag}
          </span>
        )}
      </span>
      <span className="product-card__name">{name}</span>
      <span className="product-card__facts">
        <b>
          <Price cents={priceCents} from={fromPrice} />
        </b>
        {fact && <span className="product-card__fact">{fact}</span>}
      </span>
    </Anchor>
  );
}
