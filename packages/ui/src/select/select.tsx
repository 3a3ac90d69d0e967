import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import './select.css';

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A labelled native select, as for sorting: a phone shows its own picker. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onChange } = props;
  const id = useId();

  return (
    <div className="select">
      <label className="select__label" htmlFor={id}>
        {label}
      </label>
      <span className="select__box">
        <select
          id={id}
          className="select__native"
          value={value}
          onChange={(event) => {
            // Found among the options, since the DOM types it as a string.
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="select__arrow" size="1rem" aria-hidden="true" />
      </span>
    </div>
  );
}
