import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { useState } from 'react';
import { ConflictChoice } from './conflict-choice.tsx';
import type { ProductDraft } from './draft.ts';
import { mergeProducts } from './merge.ts';
import type { Side } from './three-way.ts';
import './conflict-dialog.css';

interface ConflictDialogProps {
  versions: Record<'base' | Side, ProductDraft>;
  onSave: (merged: ProductDraft) => void;
  /** Back to the form, which is as it was. */
  onClose: () => void;
}

/** Two people have changed one product: what only one of them touched is taken, for the rest one chooses field by field. */
export function ConflictDialog({ versions, onSave, onClose }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { draft, conflicts, taken } = mergeProducts(versions, choices);
  const open = conflicts.filter(({ path }) => !choices[path]).length;
  const takeAll = (side: Side) => setChoices(Object.fromEntries(conflicts.map(({ path }) => [path, side])));

  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Somebody else has saved this product"
      text={
        conflicts.length > 0
          ? 'Choose what it shall be where both of you changed the same. Nothing of it is saved yet.'
          : 'You changed different things, so both can stay.'
      }
      footer={
        <>
          <Button onClick={onClose}>Back to editing</Button>
          <Button variant="primary" disabled={open > 0} onClick={() => onSave(draft)}>
            {open > 0 ? `${open} to choose` : 'Save'}
          </Button>
        </>
      }
    >
      {conflicts.length > 1 && (
        <div className="conflict-dialog__all">
          <Button size="small" onClick={() => takeAll('mine')}>
            Keep all of yours
          </Button>
          <Button size="small" onClick={() => takeAll('theirs')}>
            Take all of theirs
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
          <h3 id="taken">Taken from both, without a conflict</h3>
          <ul>
            {taken.map(({ path, label, from, mine, theirs }) => (
              <li key={path}>
                <b>{label}</b>
                <span className="conflict-dialog__value">{from === 'mine' ? mine : theirs}</span>
                <span className="conflict-dialog__whose">{from === 'mine' ? 'yours' : 'theirs'}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
