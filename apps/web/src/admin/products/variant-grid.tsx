import { Button } from '@lantern/ui/button';
import { CardTable, CardTableHeading } from '@lantern/ui/card-table';
import { Panel } from '@lantern/ui/panel';
import { t } from '@lingui/core/macro';
import { Columns3, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { optionNames } from '../../product/variants.ts';
import { firstColumn, headingOf, laterColumns, type VariantColumn, variantFields } from '../fields/variant-fields.ts';
import type { ProductDraft, VariantDraft } from './draft.ts';
import { onGridKey } from './grid-keys.ts';
import { OptionHeader } from './option-header.tsx';
import { addOption, blankLike, copyOf, removeOption, renameOption } from './options.ts';
import { VariantRow } from './variant-row.tsx';
import './variant-grid.css';

/** The variants to buy: one row for each variant, one column for each option. */
export function VariantGrid() {
  const { control, getValues, setValue, setFocus } = useFormContext<ProductDraft>();
  // The form library's row key must not be called `id`, which is the variant's own.
  const { fields, append, insert, remove, move } = useFieldArray({ control, name: 'variants', keyName: 'key' });
  const names = optionNames(useWatch({ control, name: 'variants' }));
  const [fresh, setFresh] = useState<string | null>(null);
  const single = fields.length === 1;
  const current = () => getValues('variants');

  /** Returns the name of a newly added option. */
  function changeOptions(change: (variants: VariantDraft[]) => VariantDraft[]) {
    const variants = change(current());
    // Row by row: replacing the list would take the focus away from the current field.
    for (const [index, { options }] of variants.entries()) {
      setValue(`variants.${index}.options`, options, { shouldDirty: true });
    }
    return optionNames(variants).find((name) => !names.includes(name)) ?? null;
  }

  function duplicate(index: number) {
    const variant = current()[index];
    if (variant) insert(index + 1, copyOf(variant), { focusName: `variants.${index + 1}.sku` });
  }

  function removeRow(index: number) {
    remove(index);
    // Keeps the focus in the table when its button is removed.
    setTimeout(() => setFocus(`variants.${Math.min(index, fields.length - 2)}.sku`));
  }

  const addRow = () => append(blankLike(current()), { focusName: `variants.${fields.length}.sku` });

  return (
    <Panel
      title={t`Variants`}
      intro={single ? t`Price and stock are in the details above.` : t`Options, prices (incl. tax) and stock.`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only handles the keys of the fields inside. */}
      <div
        className="variant-grid"
        onKeyDown={(event) =>
          onGridKey(event, { onMoveRow: (row, step) => move(row, row + step), onBeyondEnd: addRow })
        }
      >
        <CardTable
          label={t`Variants`}
          head={
            <>
              <VariantHeading name={firstColumn} />
              {names.map((name) => (
                <OptionHeader
                  key={name}
                  name={name}
                  taken={names.filter((other) => other !== name)}
                  fresh={name === fresh}
                  onRename={(to) => changeOptions((variants) => renameOption(variants, name, to))}
                  onRemove={() => changeOptions((variants) => removeOption(variants, name))}
                />
              ))}
              {laterColumns(single).map((name) => (
                <VariantHeading key={name} name={name} />
              ))}
              <CardTableHeading>
                <span className="visually-hidden">{t`Actions`}</span>
              </CardTableHeading>
            </>
          }
        >
          {fields.map(({ key }, index) => (
            <VariantRow
              key={key}
              index={index}
              count={fields.length}
              optionNames={names}
              onMove={(step) => move(index, index + step)}
              onDuplicate={() => duplicate(index)}
              onRemove={() => removeRow(index)}
            />
          ))}
        </CardTable>
      </div>
      <div className="variant-grid__more">
        <Button size="small" icon={<Plus aria-hidden="true" />} onClick={addRow}>
          {t`Add variant`}
        </Button>
        <Button size="small" icon={<Columns3 aria-hidden="true" />} onClick={() => setFresh(changeOptions(addOption))}>
          {t`Add option`}
        </Button>
        <p className="variant-grid__keys">{t`↑ ↓ Enter: move between rows · Alt + ↑ ↓: reorder rows`}</p>
      </div>
    </Panel>
  );
}

function VariantHeading({ name }: { name: VariantColumn }) {
  const { input } = variantFields[name];
  return (
    <CardTableHeading className={input.kind === 'number' ? 'variant-grid__number' : undefined}>
      {headingOf(name)}
    </CardTableHeading>
  );
}
