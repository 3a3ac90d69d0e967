import { t } from '@lingui/core/macro';
import { useId } from 'react';
import { cx } from '../cx/cx.tsx';
import './option-picker.css';

interface OptionPickerProps {
  /** "Colour", "Size". */
  name: string;
  values: { value: string; label?: string; available: boolean }[];
  selected: string | null;
  onSelect: (value: string) => void;
}

/** The options whose values are colours: those that theme/swatches.css knows have a dot beside the word. */
const COLOUR = /^colou?r$/i;

/** One option of a product and its values; sold out ones are struck through, but can be selected. */
export function OptionPicker({ name, values, selected, onSelect }: OptionPickerProps) {
  const group = useId();
  const chosen = values.find(({ value }) => value === selected);

  return (
    <fieldset className="option-picker">
      <legend className="option-picker__name">
        <bdi>{name}</bdi>
        {chosen && (
          <span className="option-picker__chosen">
            : <bdi>{chosen.label ?? chosen.value}</bdi>
          </span>
        )}
      </legend>
      <div className="option-picker__values">
        {values.map(({ value, label = value, available }) => (
          <label key={value} className={cx('option-picker__value', !available && 'option-picker__value--gone')}>
            {/* Native radio buttons: arrow keys and groups work, for screen readers too. */}
            <input
              type="radio"
              className="option-picker__native"
              name={group}
              value={value}
              checked={value === selected}
              onChange={() => onSelect(value)}
            />
            <span className="option-picker__face">
              {COLOUR.test(name) && <span className="swatch" data-colour={value.toLowerCase()} aria-hidden="true" />}
              <bdi>{label}</bdi>
            </span>
            {!available && <span className="visually-hidden">{t`, sold out`}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
