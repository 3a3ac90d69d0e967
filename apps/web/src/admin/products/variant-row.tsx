import { CardTableCell, CardTableRow } from '@lantern/ui/card-table';
import { IconButton } from '@lantern/ui/icon-button';
import { t } from '@lingui/core/macro';
import { ArrowDown, ArrowUp, CopyPlus, Trash2 } from 'lucide-react';
import { type FieldPath, useController, useFormContext } from 'react-hook-form';
import { firstColumn, laterColumns } from '../fields/variant-fields.ts';
import type { ProductDraft } from './draft.ts';
import { GridCell } from './grid-cell.tsx';
import { VariantCell } from './variant-cell.tsx';

interface VariantRowProps {
  index: number;
  /** How many rows there are. */
  count: number;
  optionNames: string[];
  onMove: (step: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One variant: a row of fields, or a card on a phone. */
export function VariantRow({ index, count, optionNames, onMove, onDuplicate, onRemove }: VariantRowProps) {
  const { control, getFieldState, formState } = useFormContext<ProductDraft>();
  const { field: options } = useController({ control, name: `variants.${index}.options` });
  const errorOf = (name: FieldPath<ProductDraft>) => {
    const { error } = getFieldState(name, formState);
    // For an option named "message" this is another error object.
    return typeof error?.message === 'string' ? error.message : undefined;
  };
  const optionsError = errorOf(`variants.${index}.options`);

  return (
    <CardTableRow>
      <VariantCell name={firstColumn} row={index} error={errorOf(`variants.${index}.${firstColumn}`)} />
      {optionNames.map((name, place) => (
        <GridCell
          key={name}
          column={name}
          row={t`variant ${{ number: index + 1 }}`}
          error={errorOf(`variants.${index}.options.${name}`) ?? (place === 0 ? optionsError : undefined)}
        >
          {(cell) => (
            <input
              {...cell}
              name={`variants.${index}.options.${name}`}
              ref={place === 0 ? options.ref : undefined}
              autoComplete="off"
              dir="auto"
              value={options.value[name] ?? ''}
              onChange={({ target }) => options.onChange({ ...options.value, [name]: target.value })}
              onBlur={options.onBlur}
            />
          )}
        </GridCell>
      ))}
      {laterColumns(count === 1).map((name) => (
        <VariantCell key={name} name={name} row={index} error={errorOf(`variants.${index}.${name}`)} />
      ))}
      <CardTableCell className="variant-grid__actions">
        <IconButton
          label={t`Move variant ${{ number: index + 1 }} up`}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t`Move variant ${{ number: index + 1 }} down`}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Duplicate variant ${{ number: index + 1 }}`} onClick={onDuplicate}>
          <CopyPlus aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t`Remove variant ${{ number: index + 1 }}`}
          tone="danger"
          disabled={count === 1}
          onClick={onRemove}
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </CardTableCell>
    </CardTableRow>
  );
}
