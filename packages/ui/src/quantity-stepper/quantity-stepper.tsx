import { t } from '@lingui/core/macro';
import { Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cx } from '../cx/cx.tsx';
import './quantity-stepper.css';

interface QuantityStepperProps {
  value: number;
  onChange: (value: number) => void;
  min?: number;
  /** What is left. */
  max?: number;
  /** Where there are several on one page: "Quantity of Stoneware teapot". */
  label?: string;
  size?: 'regular' | 'small';
  disabled?: boolean;
}

/** How many: minus, the number, plus. */
export function QuantityStepper(props: QuantityStepperProps) {
  const { value, onChange, min = 1, max = 99, label = t`Quantity` } = props;
  const { size = 'regular', disabled = false } = props;
  // While it is being typed the text may be empty, or 1 on the way to 12.
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft(String(value)), [value]);

  function settle(wanted: number) {
    const allowed = Math.min(Math.max(Math.round(wanted), min), Math.max(min, max));
    setDraft(String(allowed));
    if (allowed !== value) onChange(allowed);
  }

  function settleDraft() {
    const typed = Number(draft);
    settle(draft.trim() === '' || Number.isNaN(typed) ? value : typed);
  }

  return (
    <fieldset className={cx('quantity-stepper', `quantity-stepper--${size}`)} aria-label={label}>
      <button
        type="button"
        className="quantity-stepper__step"
        aria-label={t`One less`}
        disabled={disabled || value <= min}
        onClick={() => settle(value - 1)}
      >
        <Minus size="1.0625rem" aria-hidden="true" />
      </button>
      <input
        className="quantity-stepper__number num"
        type="number"
        inputMode="numeric"
        aria-label={label}
        min={min}
        max={max}
        value={draft}
        disabled={disabled}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settleDraft}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settleDraft();
        }}
      />
      <button
        type="button"
        className="quantity-stepper__step"
        aria-label={t`One more`}
        disabled={disabled || value >= max}
        onClick={() => settle(value + 1)}
      >
        <Plus size="1.0625rem" aria-hidden="true" />
      </button>
    </fieldset>
  );
}
