import { LOW_STOCK } from '@lantern/api/catalog/stock-level';
import { isolated } from '@lantern/text/isolated';
import { cx } from '@lantern/ui/cx';
import type { Column } from '@lantern/ui/data-table';
import { formatNumber } from '@lantern/ui/format';
import { MomentDay } from '@lantern/ui/moment';
import { Price } from '@lantern/ui/price';
import { ProductImage } from '@lantern/ui/product-image';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { statusTones, statusWords } from '../fields/product-status.ts';
import type { ProductRow } from './product-row.ts';
import { SheetCell } from './sheet-cell.tsx';
import { UnfoldButton } from './unfold-button.tsx';
import './product-columns.css';

interface Unfolding {
  unfolded: ReadonlySet<number>;
  onToggle: (id: number) => void;
}

/** The columns of the list. Products with several variants show them under their row once they are unfolded. */
export const productColumns = ({ unfolded, onToggle }: Unfolding): Column<ProductRow>[] => [
  {
    key: 'name',
    header: t`Product`,
    sorts: { ascending: 'name', descending: 'name_desc' },
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
    header: t`Status`,
    cell: ({ status }) => <Tag tone={statusTones[status]}>{t(statusWords[status])}</Tag>,
  },
  {
    key: 'price',
    header: t`Price`,
    align: 'right',
    sorts: { ascending: 'price_asc', descending: 'price_desc' },
    cell(row) {
      const { priceCents, fromPrice, variants } = row;
      const [only, ...others] = variants;
      if (only && others.length === 0) return <SheetCell row={row} variant={only} field="priceCents" />;
      return <Price cents={priceCents} from={fromPrice} className="product-cell__sum" />;
    },
  },
  {
    key: 'stock',
    header: t`Stock`,
    align: 'right',
    sorts: { ascending: 'stock_asc', descending: 'stock_desc' },
    cell(row) {
      const { id, name, stock, variants } = row;
      const [only, ...others] = variants;
      if (only && others.length === 0) return <SheetCell row={row} variant={only} field="stock" />;
      return (
        <span className="product-cell__stock">
          <UnfoldButton
            count={variants.length}
            name={name}
            isUnfolded={unfolded.has(id)}
            onPress={() => onToggle(id)}
          />
          <span className={cx('product-cell__sum', stock <= LOW_STOCK && 'product-cell__low')}>
            {formatNumber(stock)}
          </span>
        </span>
      );
    },
  },
  {
    key: 'categories',
    header: t`Categories`,
    breaks: true,
    hideOnPhone: true,
    cell: ({ categories }) => categories.map(({ name }) => isolated(name)).join(', '),
  },
  {
    key: 'updated',
    header: t`Updated`,
    align: 'right',
    hideOnPhone: true,
    cell: ({ updatedAt }) => (
      <span className="product-cell__date">
        <MomentDay at={updatedAt} />
      </span>
    ),
  },
];
