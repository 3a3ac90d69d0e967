import { useController, useFormContext } from 'react-hook-form';
import type { ProductDraft } from './draft.ts';
import { GridCell } from './grid-cell.tsx';
import { NumberCell } from './number-cell.tsx';
import { type VariantColumn, variantFields } from './variant-fields.ts';

interface VariantCellProps {
  name: VariantColumn;
  /** The row's number, from 0. */
  row: number;
  error?: string;
}

/** One field of a variant, as `variantFields` says that it is entered. */
export function VariantCell({ name, row, error }: VariantCellProps) {
  const { control } = useFormContext<ProductDraft>();
  const { field } = useController({ control, name: `variants.${row}.${name}` });
  const { label, heading = label, empty, input } = variantFields[name];
  const { value, onChange, ...tied } = field;
  if (input.kind === 'number') {
    const { kind, ...reading } = input;
    return (
      <GridCell column={heading} row={row} align="right" error={error}>
        {(cell) => (
          <NumberCell
            {...cell}
            {...tied}
            {...reading}
            value={typeof value === 'number' ? value : null}
            onChange={onChange}
            optional={empty === null}
          />
        )}
      </GridCell>
    );
  }
  return (
    <GridCell column={heading} row={row} error={error}>
      {(cell) => (
        <input
          {...cell}
          {...tied}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value || empty)}
          className={`${cell.className} variant-grid__field--code`}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </GridCell>
  );
}
