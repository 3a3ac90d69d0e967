import { useId } from 'react';
import { cx } from '../cx/cx.tsx';
import './option-picker.css';

interface OptionPickerProps {
  /** "Colour", "Size". */
  name: string;
  /** A `swatch` is a colour (#rrggbb), shown as a dot beside the word. */
  values: { value: string; label?: string; available: boolean; swatch?: string }[];
  selected: string | null;
  onSelect: (value: string) => void;
}

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
        {values.map(({ value, label = value, available, swatch }) => (
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
            <span className={cx('option-picker__face', swatch && 'option-picker__face--coloured')}>
              {/* A drawing, since the content security policy allows no style in the HTML. */}
              {swatch && (
                <svg className="option-picker__swatch" viewBox="0 0 16 16" aria-hidden="true">
                  <circle cx="8" cy="8" r="7.5" fill={swatch} />
                </svg>
              )}
              <bdi>{label}</bdi>
            </span>
            {!available && <span className="visually-hidden">, sold out</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
