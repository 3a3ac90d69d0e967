import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { Plinth } from '../plinth/plinth.tsx';
import { Price } from '../price/price.tsx';
import './product-card.css';

/** What a card may shout, and only when it matters. */
export type ProductFlag = 'Sold out' | 'New' | `Only ${number} left`;

export interface ProductCardProps {
  href: string;
  name: string;
  priceCents: number;
  /** Other variants cost more. */
  fromPrice?: boolean;
  imageUrl: string | null;
  tint: number;
  /** One fact: its colours, its sizes, what it is made of. */
  fact?: string | null;
  flag?: ProductFlag | null;
  /** In the first row: load its picture now. */
  eager?: boolean;
}

/** A product in a grid: picture, name, price, one fact. The whole card is one link. */
export function ProductCard(props: ProductCardProps) {
  const { href, name, priceCents, fromPrice, imageUrl, tint, fact, flag, eager } = props;
  const soldOut = flag === 'Sold out';

  return (
    <Anchor href={href} className={cx('product-card', soldOut && 'product-card--sold-out')}>
      <Plinth src={imageUrl} alt="" tint={tint} eager={eager}>
        {flag && <span className={cx('product-card__flag', flag === 'New' && 'product-card__flag--new')}>{flag}</span>}
      </Plinth>
      <span className="product-card__name">
        <bdi>{name}</bdi>
      </span>
      <span className="product-card__line">
        <Price cents={priceCents} from={fromPrice} />
        {fact && (
          <span className="product-card__fact">
            <bdi>{fact}</bdi>
          </span>
        )}
      </span>
    </Anchor>
  );
}
