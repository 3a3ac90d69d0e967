import { t } from '@lingui/core/macro';
import { headingOf, type VariantColumn, variantFields } from '../fields/variant-fields.ts';
import { GridCell } from './grid-cell.tsx';
import { PictureCell } from './picture-cell.tsx';
import { useVariantInput } from './use-variant-input.ts';

interface VariantCellProps {
  name: VariantColumn;
  /** The row's index, from 0. */
  row: number;
  error?: string;
}

/** One field of a variant, with the input that `variantFields` specifies. */
export function VariantCell(props: VariantCellProps) {
  if (variantFields[props.name].input.kind === 'picture') return <PictureCell row={props.row} error={props.error} />;
  return <InputCell {...props} />;
}

function InputCell({ name, row, error }: VariantCellProps) {
  const field = useVariantInput(row, name);
  const { input } = variantFields[name];
  const isNumber = input.kind === 'number';
  return (
    <GridCell
      column={headingOf(name)}
      row={t`variant ${{ number: row + 1 }}`}
      align={isNumber ? 'right' : undefined}
      error={error}
    >
      {({ className, ...cell }) => (
        <input {...cell} {...field} className={isNumber ? className : `${className} variant-grid__field--code`} />
      )}
    </GridCell>
  );
}
