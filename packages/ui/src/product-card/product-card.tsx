import { plural, t } from '@lingui/core/macro';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { holdPicture } from '../picture/hold-picture.ts';
import { Price } from '../price/price.tsx';
import { ProductImage } from '../product-image/product-image.tsx';
import './product-card.css';

/** The flag of a card; a number of items is that of the few that are left. */
export type ProductFlag = 'sold-out' | 'new' | number;

export interface ProductCardProps {
  href: string;
  name: string;
  priceCents: number;
  /** Other variants cost more. */
  fromPrice?: boolean;
  imageUrl: string | null;
  accent: number;
  /** One line: its colours, its sizes, what it is made of. */
  optionSummary?: string | null;
  flag?: ProductFlag | null;
  /** In the first row: load its image now. */
  eager?: boolean;
  /** The first of all: load its image before all others. */
  first?: boolean;
  /** Somebody points at it, touches it or focuses it: it is likely to be opened. */
  onIntent?: () => void;
}

/** A product in a grid: image, name, price, one line on its options. The whole card is one link. */
export function ProductCard(props: ProductCardProps) {
  const { href, name, priceCents, fromPrice, imageUrl, accent, optionSummary, flag, eager, first, onIntent } = props;
  const soldOut = flag === 'sold-out';

  return (
    <Anchor
      href={href}
      className={cx('ui card product-card', soldOut && 'product-card--sold-out')}
      onPointerEnter={({ currentTarget }) => {
        holdPicture(currentTarget.querySelector('img'));
        onIntent?.();
      }}
      onFocus={onIntent}
    >
      <ProductImage src={imageUrl} alt="" accent={accent} eager={eager} first={first}>
        {flag && (
          <span className={cx('product-card__flag', flag === 'new' && 'product-card__flag--new')}>{wordsOf(flag)}</span>
        )}
      </ProductImage>
      <div className="header product-card__name">
        <bdi>{name}</bdi>
      </div>
      <div className="meta product-card__line">
        <Price cents={priceCents} from={fromPrice} />
        {optionSummary && (
          <span className="product-card__options">
            <bdi>{optionSummary}</bdi>
          </span>
        )}
      </div>
    </Anchor>
  );
}

function wordsOf(flag: ProductFlag): string {
  if (typeof flag === 'number') return plural(flag, { other: 'Only # left' });
  return flag === 'new' ? t`New` : t`Sold out`;
}
