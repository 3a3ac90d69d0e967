import { CardTableCell, CardTableRow } from '@lantern/ui/card-table';
import { t } from '@lingui/core/macro';
import { choiceText } from '../fields/names.ts';
import type { ProductRow } from './product-row.ts';
import { SheetCell } from './sheet-cell.tsx';

/** The variants of a product under its row, in the same columns. */
export function VariantRows({ row }: { row: ProductRow }) {
  return row.variants.map((variant) => (
    <CardTableRow key={variant.id} className="variant-rows__row">
      <CardTableCell hideOnPhone />
      <CardTableCell title className="variant-rows__name">
        <span>
          {choiceText(variant.options)} <span className="muted">{variant.sku}</span>
        </span>
      </CardTableCell>
      <CardTableCell hideOnPhone />
      <CardTableCell label={t`Price`} align="right">
        <SheetCell row={row} variant={variant} field="priceCents" />
      </CardTableCell>
      <CardTableCell label={t`Stock`} align="right">
        <SheetCell row={row} variant={variant} field="stock" />
      </CardTableCell>
      <CardTableCell hideOnPhone />
      <CardTableCell hideOnPhone />
    </CardTableRow>
  ));
}
