import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { formatCents } from '@lantern/ui/format';
import { Panel } from '@lantern/ui/panel';
import { ProductImage } from '@lantern/ui/product-image';
import { RowList, RowListItem } from '@lantern/ui/row-list';
import { Tag } from '@lantern/ui/tag';
import { plural, t } from '@lingui/core/macro';
import { optionsText } from '../../lib/paths.ts';
import { itemsText } from '../../orders/order-words.ts';
import { adminProductPath, lowStockPath } from '../paths.ts';
import { waitingText } from '../products/waiting.ts';

type Dashboard = RouterOutputs['admin']['dashboard'];

const PLAIN_ACCENT = 8;

/** The products that sold most in the period. */
export function BestSellers({ products }: { products: Dashboard['bestSellers'] }) {
  return (
    <Panel title={t`Best sellers`}>
      {products.length === 0 && <p className="muted">{t`No sales in this period.`}</p>}
      <RowList ordered>
        {products.map(({ productId, name, imageUrl, quantity, revenueCents }) => (
          <RowListItem
            key={productId}
            href={adminProductPath(productId)}
            title={name}
            image={<ProductImage src={imageUrl} alt="" accent={PLAIN_ACCENT} size="tiny" />}
            amount={{ text: formatCents(revenueCents), detail: itemsText(quantity) }}
          />
        ))}
      </RowList>
    </Panel>
  );
}

/** Active variants that are nearly or completely sold out. */
export function LowStock({ variants }: { variants: Dashboard['lowStock'] }) {
  return (
    <Panel title={t`Low stock`}>
      {variants.length === 0 && <p className="muted">{t`Nothing is running low.`}</p>}
      <RowList>
        {variants.map(({ variantId, productId, name, sku, options, stock, waiting }) => (
          <RowListItem
            key={variantId}
            href={adminProductPath(productId)}
            title={name}
            detail={[optionsText(options), sku, waiting > 0 && waitingText(waiting)].filter(Boolean).join(' · ')}
            label={
              <Tag tone={stock === 0 ? 'bad' : 'warn'}>
                {stock === 0 ? t`Sold out` : plural({ count: stock }, { other: '# left' })}
              </Tag>
            }
          />
        ))}
      </RowList>
      {variants.length > 0 && (
        <Anchor href={lowStockPath} className="dashboard__all">
          {t`All low stock`}
        </Anchor>
      )}
    </Panel>
  );
}
