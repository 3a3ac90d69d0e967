import { CardTableCell } from '@lantern/ui/card-table';
import { cx } from '@lantern/ui/cx';
import { type ReactNode, useId } from 'react';

interface CellControl {
  className: string;
  'aria-label': string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  'data-column': string;
}

interface GridCellProps {
  /** The column's header; on a phone it is shown before the field. */
  column: string;
  /** The row's name: "variant 2". */
  row: string;
  error?: string;
  align?: 'right';
  /** Renders the field, given its name and the attributes that link it to its error. */
  children: (control: CellControl) => ReactNode;
}

/** A field in a table, labelled by the column's header and the row's number. */
export function GridCell({ column, row, error, align, children }: GridCellProps) {
  const id = useId();
  return (
    <CardTableCell label={column} className={cx('variant-grid__cell', align && `variant-grid__cell--${align}`)}>
      {children({
        className: 'variant-grid__field',
        'aria-label': `${column}, ${row}`,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': error ? id : undefined,
        'data-column': column,
      })}
      {error && (
        <span className="variant-grid__error" id={id}>
          {error}
        </span>
      )}
    </CardTableCell>
  );
}
