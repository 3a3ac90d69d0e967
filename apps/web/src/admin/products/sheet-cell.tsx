import { LOW_STOCK } from '@lantern/api/catalog/stock-level';
import { isolated } from '@lantern/text/isolated';
import { cx } from '@lantern/ui/cx';
import { t } from '@lingui/core/macro';
import { useId } from 'react';
import { choiceText } from '../fields/names.ts';
import type { ProductRow, RowVariant } from './product-row.ts';
import { onSheetKey } from './sheet-keys.ts';
import type { SheetField } from './use-edit-variant.ts';
import { useSheetCell } from './use-sheet-cell.ts';
import './sheet-cell.css';

interface SheetCellProps {
  row: ProductRow;
  variant: RowVariant;
  field: SheetField;
}

/** A price or a stock in a list of products, which is edited in its place and saved when the cell is left. */
export function SheetCell({ row, variant, field }: SheetCellProps) {
  const id = useId();
  const { value, saving, problem, takeBack, commit, onBlur, onChange } = useSheetCell(row, variant, field);
  const isPrice = field === 'priceCents';
  const choice = row.variants.length > 1 ? (choiceText(variant.options) ?? variant.sku) : undefined;
  const name = [isolated(row.name), choice].filter(Boolean).join(', ');
  return (
    <span className="sheet-cell">
      <input
        type="text"
        className={cx('sheet-cell__field num', !isPrice && variant.stock <= LOW_STOCK && 'sheet-cell__field--low')}
        inputMode={isPrice ? 'decimal' : 'numeric'}
        autoComplete="off"
        aria-label={isPrice ? t`Price of ${name}` : t`Stock of ${name}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        aria-busy={saving}
        data-column={field}
        readOnly={saving}
        value={value}
        onFocus={({ target }) => target.select()}
        onBlur={onBlur}
        onChange={onChange}
        onKeyDown={(event) => onSheetKey(event, { onSave: () => void commit(), onTakeBack: takeBack })}
      />
      {problem !== undefined && (
        <span className="sheet-cell__problem" id={id} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
