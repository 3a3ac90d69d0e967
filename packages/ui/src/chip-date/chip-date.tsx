import './chip-date.css';

interface ChipDateProps {
  label: string;
  /** YYYY-MM-DD. */
  value: string | undefined;
  min?: string;
  max?: string;
  onChange: (day: string | undefined) => void;
}

/** A day to filter by, as a chip. */
export function ChipDate({ label, value = '', min, max, onChange }: ChipDateProps) {
  return (
    <label className="chip-date">
      <span className="chip-date__label">{label}</span>
      <input
        className="chip-date__native"
        type="date"
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </label>
  );
}
