import { MAX_FACTS } from '@lantern/api/admin/products/schema';
import { Button } from '@lantern/ui/button';
import { CardTable, CardTableHeading } from '@lantern/ui/card-table';
import { Panel } from '@lantern/ui/panel';
import { t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import { type ClipboardEvent, useRef } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { ProductDraft } from './draft.ts';
import { factsOf } from './fact-lines.ts';
import { FactRow } from './fact-row.tsx';
import { onGridKey } from './grid-keys.ts';
import './variant-grid.css';

const empty = { name: '', value: '' };

/** The facts of a product in the order in which its page lists them. */
export function SpecificationFields() {
  const { control, getValues, setFocus, getFieldState, formState } = useFormContext<ProductDraft>();
  const { fields, append, insert, remove, move } = useFieldArray({ control, name: 'specification', keyName: 'key' });
  const more = useRef<HTMLDivElement>(null);
  const error = getFieldState('specification', formState).error;
  const tooMany = error?.root?.message ?? error?.message;

  const addRow = () => append(empty, { focusName: `specification.${fields.length}.name` });

  function removeRow(index: number) {
    remove(index);
    // Keeps the focus in the table when its button is removed.
    setTimeout(() => {
      if (fields.length > 1) setFocus(`specification.${Math.min(index, fields.length - 2)}.name`);
      else more.current?.querySelector('button')?.focus();
    });
  }

  /** A pasted list makes a row of each of its lines; the row itself gives way if there is nothing in it yet. */
  function paste(event: ClipboardEvent, index: number) {
    const facts = factsOf(event.clipboardData.getData('text'));
    const row = getValues(`specification.${index}`);
    const isEmpty = row.name === '' && row.value === '';
    if (!facts || (facts.length === 1 && !isEmpty)) return;
    event.preventDefault();
    const at = isEmpty ? index : index + 1;
    if (isEmpty) remove(index);
    insert(at, facts, { focusName: `specification.${at + facts.length - 1}.value` });
  }

  return (
    <Panel title={t`Specification`} intro={t`Material, size, weight, care: what one may look up before buying.`}>
      {fields.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only handles the keys of the fields inside.
        <div
          className="variant-grid"
          onKeyDown={(event) =>
            onGridKey(event, { onMoveRow: (row, step) => move(row, row + step), onBeyondEnd: addRow })
          }
        >
          <CardTable
            label={t`Specification`}
            head={
              <>
                <CardTableHeading width="30%">{t`Name`}</CardTableHeading>
                <CardTableHeading>{t`Value`}</CardTableHeading>
                <CardTableHeading>
                  <span className="visually-hidden">{t`Actions`}</span>
                </CardTableHeading>
              </>
            }
          >
            {fields.map(({ key }, index) => (
              <FactRow
                key={key}
                index={index}
                count={fields.length}
                onMove={(step) => move(index, index + step)}
                onRemove={() => removeRow(index)}
                onPaste={(event) => paste(event, index)}
              />
            ))}
          </CardTable>
        </div>
      )}
      {tooMany && <p className="variant-grid__error">{tooMany}</p>}
      <div className="variant-grid__more" ref={more}>
        <Button size="small" icon={<Plus aria-hidden="true" />} disabled={fields.length >= MAX_FACTS} onClick={addRow}>
          {t`Add fact`}
        </Button>
        <p className="variant-grid__keys">{t`Paste a list, “Weight: 320 g” in each line · Alt + ↑ ↓: reorder rows`}</p>
      </div>
    </Panel>
  );
}
