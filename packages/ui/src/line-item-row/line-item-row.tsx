import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Item } from 'semantic-ui-react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { Price } from '../price/price.tsx';
import { ProductImage } from '../product-image/product-image.tsx';
import './line-item-row.css';

interface LineItemRowProps {
  href: string;
  name: string;
  imageUrl: string | null;
  accent: number;
  /** "Midnight, 1.2 m". */
  options?: string;
  unitPriceCents: number;
  /** Before any discount. */
  lineTotalCents: number;
  /** What a coupon takes off the line: "−€2.50 with SPRING10". */
  discount?: string;
  /** A QuantityStepper, or text where the quantity is final. */
  quantity: ReactNode;
  onRemove?: () => void;
  /** A change of it is being saved: shown faded. */
  busy?: boolean;
  /** A problem with it: "Only 2 left: we lowered the quantity." */
  message?: ReactNode;
}

/** The rows of a cart. */
export function LineItemList({ children }: { children: ReactNode }) {
  return (
    <Item.Group as="ul" className="line-item-list">
      {children}
    </Item.Group>
  );
}

/** One line of a cart, in the page or in the drawer. */
export function LineItemRow(props: LineItemRowProps) {
  const { href, name, imageUrl, accent, options, unitPriceCents, lineTotalCents, discount } = props;
  const { quantity, onRemove, busy = false, message } = props;

  return (
    <Item as="li" className={cx('line-item-row', !onRemove && 'line-item-row--settled', busy && 'line-item-row--busy')}>
      <Anchor href={href} className="line-item-row__image" tabIndex={-1} aria-hidden="true">
        <ProductImage src={imageUrl} alt="" accent={accent} size="small" eager />
      </Anchor>
      <Item.Content className="line-item-row__what">
        <Item.Header as={Anchor} href={href} className="line-item-row__name">
          <bdi>{name}</bdi>
        </Item.Header>
        {options && (
          <Item.Meta className="line-item-row__options">
            <bdi>{options}</bdi>
          </Item.Meta>
        )}
        <Item.Meta className="line-item-row__unit">
          <Price cents={unitPriceCents} className="line-item-row__unit-price" /> each
        </Item.Meta>
        {discount && <Item.Meta className="line-item-row__discount num">{discount}</Item.Meta>}
      </Item.Content>
      <div className="line-item-row__quantity">{quantity}</div>
      <Price cents={lineTotalCents} className="line-item-row__total" />
      {onRemove && (
        <IconButton label={`Remove ${name}`} tone="danger" onClick={onRemove} className="line-item-row__remove">
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
      {message && (
        <p className="line-item-row__message" role="status">
          {message}
        </p>
      )}
    </Item>
  );
}
