import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return <ul className="ui items line-item-list">{children}</ul>;
}

/** One line of a cart, in the page or in the drawer. */
export function LineItemRow(props: LineItemRowProps) {
  const { href, name, imageUrl, accent, options, unitPriceCents, lineTotalCents, discount } = props;
  const { quantity, onRemove, busy = false, message } = props;

  return (
    <li className={cx('item line-item-row', !onRemove && 'line-item-row--settled', busy && 'line-item-row--busy')}>
      <Anchor href={href} className="line-item-row__image" tabIndex={-1} aria-hidden="true">
        <ProductImage src={imageUrl} alt="" accent={accent} size="small" eager />
      </Anchor>
      <div className="content line-item-row__what">
        <Anchor href={href} className="header line-item-row__name">
          <bdi>{name}</bdi>
        </Anchor>
        {options && (
          <div className="meta line-item-row__options">
            <bdi>{options}</bdi>
          </div>
        )}
        <div className="meta line-item-row__unit">
          <Trans>
            <Price cents={unitPriceCents} className="line-item-row__unit-price" /> each
          </Trans>
        </div>
        {discount && <div className="meta line-item-row__discount num">{discount}</div>}
      </div>
      <div className="line-item-row__quantity">{quantity}</div>
      <Price cents={lineTotalCents} className="line-item-row__total" />
      {onRemove && (
        <IconButton label={t`Remove ${name}`} tone="danger" onClick={onRemove} className="line-item-row__remove">
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
      {message && (
        <p className="line-item-row__message" role="status">
          {message}
        </p>
      )}
    </li>
  );
}
