import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { useState } from 'react';
import { ConflictChoice } from './conflict-choice.tsx';
import type { ProductDraft } from './draft.ts';
import { mergeProducts } from './merge.ts';
import type { Side, Taken } from './three-way.ts';
import type { ProductConflict } from './use-save-product.ts';
import './conflict-dialog.css';

interface ConflictDialogProps {
  conflict: ProductConflict;
  onSave: (merged: ProductDraft) => void;
  /** Returns to the unchanged form. */
  onClose: () => void;
}

const whose: Record<Taken['from'], MessageDescriptor> = {
  mine: msg`yours`,
  theirs: msg`theirs`,
  both: msg`both`,
};

/** Resolves two edits of one product: fields only one side changed are merged, conflicts are chosen one by one. */
export function ConflictDialog({ conflict: { versions, sold }, onSave, onClose }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { draft, conflicts, taken } = mergeProducts(versions, choices, sold);
  const open = conflicts.filter(({ path }) => !choices[path]).length;
  const takeAll = (side: Side) => setChoices(Object.fromEntries(conflicts.map(({ path }) => [path, side])));

  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={t`This product was changed while you were editing`}
      text={
        conflicts.length > 0
          ? t`Pick a version for each conflict. Your changes aren't saved yet.`
          : t`Your changes don't conflict, so we can keep both.`
      }
      footer={
        <>
          <Button onClick={onClose}>{t`Back to editing`}</Button>
          <Button variant="primary" disabled={open > 0} onClick={() => onSave(draft)}>
            {open > 0 ? plural(open, { one: '# choice left', other: '# choices left' }) : t`Save`}
          </Button>
        </>
      }
    >
      {conflicts.length > 1 && (
        <div className="conflict-dialog__all">
          <Button size="small" onClick={() => takeAll('mine')}>
            {t`Keep mine`}
          </Button>
          <Button size="small" onClick={() => takeAll('theirs')}>
            {t`Use theirs`}
          </Button>
        </div>
      )}
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.path}
          conflict={conflict}
          choice={choices[conflict.path]}
          onChoose={(side) => setChoices((current) => ({ ...current, [conflict.path]: side }))}
        />
      ))}
      {taken.length > 0 && (
        <section className="conflict-dialog__taken" aria-labelledby="taken">
          <h3 id="taken">{t`Merged automatically`}</h3>
          <ul>
            {taken.map(({ path, label, value, from }) => (
              <li key={path}>
                <b>{label}</b>
                <span className={`conflict-dialog__value conflict-dialog__value--${from}`}>
                  <bdi>{value}</bdi>
                </span>
                <span className="conflict-dialog__whose">{t(whose[from])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
