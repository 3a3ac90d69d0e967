import './quantity-stepper.css';

interface QuantityStepperProps {
  /** Of what, for screen readers. */
  label: string;
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
}

/** How many: buttons for a few more or less, a box for many. */
export function QuantityStepper({ label, value, min = 1, max, onChange }: QuantityStepperProps) {
  const set = (wanted: number) => {
    if (Number.isInteger(wanted)) onChange(Math.min(Math.max(wanted, min), Math.max(max, min)));
  };
  return (
    <span className="quantity-stepper">
      <button type="button" aria-label={`One ${label} less`} disabled={value <= min} onClick={() => set(value - 1)}>
        −
      </button>
      <input
        type="number"
        inputMode="numeric"
        aria-label={`Quantity of ${label}`}
        min={min}
        max={max}
        value={value}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
      <button type="button" aria-label={`One ${label} more`} disabled={value >= max} onClick={() => set(value + 1)}>
        +
      </button>
    </span>
  );
}
