import type { RouterOutputs } from '@lantern/api/types';
import { formatCents } from '@lantern/text/euros';
import { Anchor } from '@lantern/ui/anchor';
import { Panel } from '@lantern/ui/panel';
import { ProductImage } from '@lantern/ui/product-image';
import { Tag } from '@lantern/ui/tag';
import { optionsText } from '../../lib/paths.ts';
import { itemsText } from '../../orders/order-words.ts';
import { adminProductPath } from '../paths.ts';

type Dashboard = RouterOutputs['admin']['dashboard'];

const PLAIN_ACCENT = 8;

/** The products that sold most in the period. */
export function BestSellers({ products }: { products: Dashboard['bestSellers'] }) {
  return (
    <Panel title="Best sellers">
      {products.length === 0 && <p className="muted">No sales in this period.</p>}
      <ol className="dashboard__list">
        {products.map(({ productId, name, imageUrl, quantity, revenueCents }) => (
          <li key={productId}>
            <ProductImage src={imageUrl} alt="" accent={PLAIN_ACCENT} size="tiny" className="dashboard__image" />
            <Anchor href={adminProductPath(productId)} className="dashboard__name">
              <bdi>{name}</bdi>
            </Anchor>
            <span className="dashboard__amount num">
              {formatCents(revenueCents)}
              <small>{itemsText(quantity)}</small>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Active variants that are nearly or completely sold out. */
export function LowStock({ variants }: { variants: Dashboard['lowStock'] }) {
  return (
    <Panel title="Low stock">
      {variants.length === 0 && <p className="muted">Nothing is running low.</p>}
      <ul className="dashboard__list">
        {variants.map(({ variantId, productId, name, sku, options, stock }) => (
          <li key={variantId}>
            <Anchor href={adminProductPath(productId)} className="dashboard__name">
              <bdi>{name}</bdi>
              <small>{[optionsText(options), sku].filter(Boolean).join(' · ')}</small>
            </Anchor>
            <Tag tone={stock === 0 ? 'bad' : 'warn'}>{stock === 0 ? 'Sold out' : `${stock} left`}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
