import { ChevronDown } from 'lucide-react';
import { cx } from '../cx/cx.tsx';
import './chip-select.css';

interface ChipSelectProps<Value extends string> {
  /** What is chosen by it: "Status". */
  label: string;
  value: Value;
  /** The first one is the default; any other marks the chip as active. */
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A filter with several settings, as a chip. It is a native select: keyboards and phones have their own way with it. */
export function ChipSelect<Value extends string>({ label, value, options, onChange }: ChipSelectProps<Value>) {
  const on = value !== options[0]?.value;
  return (
    <span className={cx('chip-select', on && 'chip-select--on')}>
      <select
        className="chip-select__native"
        aria-label={label}
        value={value}
        onChange={(event) => {
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
      <ChevronDown className="chip-select__arrow" size="0.9375rem" aria-hidden="true" />
    </span>
  );
}
