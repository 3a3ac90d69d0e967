import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useId } from 'react';
import type { Difference, Side } from './three-way.ts';
import './conflict-choice.css';

interface ConflictChoiceProps {
  conflict: Difference;
  choice: Side | undefined;
  onChoose: (side: Side) => void;
}

const sides = [
  { side: 'mine', label: msg`Yours` },
  { side: 'theirs', label: msg`Theirs` },
] as const satisfies { side: Side; label: MessageDescriptor }[];

/** A field both have changed, with the two values side by side. */
export function ConflictChoice({ conflict, choice, onChoose }: ConflictChoiceProps) {
  const name = useId();
  return (
    <fieldset className="conflict-choice">
      <legend className="conflict-choice__label">{conflict.label}</legend>
      <div className="conflict-choice__sides">
        {sides.map(({ side, label }) => (
          <label key={side} className="conflict-choice__side">
            <input
              type="radio"
              className="conflict-choice__radio"
              name={name}
              checked={choice === side}
              onChange={() => onChoose(side)}
            />
            <span className="conflict-choice__whose">{t(label)}</span>
            <span className="conflict-choice__value">
              <bdi>{conflict[side]}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
