import { LOW_STOCK } from '@lantern/api/catalog/stock-level';
import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import type { Column } from '@lantern/ui/data-table';
import { MomentDay } from '@lantern/ui/moment';
import { Price } from '@lantern/ui/price';
import { ProductImage } from '@lantern/ui/product-image';
import { Tag } from '@lantern/ui/tag';
import { statusTones, statusWords } from '../fields/product-status.ts';
import './product-columns.css';

export type ProductRow = RouterOutputs['admin']['products']['list']['items'][number];

export const productColumns: Column<ProductRow>[] = [
  {
    key: 'name',
    header: 'Product',
    cell: ({ name, imageUrl, accent }) => (
      <span className="product-cell">
        <ProductImage src={imageUrl} alt="" accent={accent} size="tiny" />
        <span className="product-cell__name">
          <bdi>{name}</bdi>
        </span>
      </span>
    ),
  },
  {
    key: 'status',
    header: 'Status',
    cell: ({ status }) => <Tag tone={statusTones[status]}>{statusWords[status]}</Tag>,
  },
  {
    key: 'price',
    header: 'Price',
    align: 'right',
    cell: ({ priceCents, fromPrice }) => <Price cents={priceCents} from={fromPrice} />,
  },
  {
    key: 'stock',
    header: 'Stock',
    align: 'right',
    cell: ({ stock, variantCount }) => (
      <span>
        <span className={stock <= LOW_STOCK ? 'product-cell__low' : undefined}>{stock.toLocaleString('en')}</span>
        {variantCount > 1 && <span className="muted"> in {variantCount} variants</span>}
      </span>
    ),
  },
  {
    key: 'categories',
    header: 'Categories',
    breaks: true,
    hideOnPhone: true,
    cell: ({ categories }) => categories.map(({ name }) => isolated(name)).join(', '),
  },
  {
    key: 'updated',
    header: 'Updated',
    align: 'right',
    hideOnPhone: true,
    cell: ({ updatedAt }) => (
      <span className="product-cell__date">
        <MomentDay at={updatedAt} />
      </span>
    ),
  },
];
