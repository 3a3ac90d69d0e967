import { useEffect, useId, useState } from 'react';
import './price-range.css';

interface PriceLimits {
  minCents: number | null;
  maxCents: number | null;
}

interface PriceRangeProps extends PriceLimits {
  onChange: (limits: PriceLimits) => void;
  /** The cheapest and dearest there is, shown as a hint. */
  lowestCents?: number;
  highestCents?: number;
}

interface EuroInputProps {
  label: string;
  cents: number | null;
  hintCents?: number;
  onCommit: (cents: number | null) => void;
}

function toText(cents: number | null | undefined) {
  return cents == null ? '' : String(cents / 100);
}

function toCents(text: string): number | null {
  const euros = Number(text.replace(',', '.'));
  return text.trim() === '' || !(euros >= 0) ? null : Math.round(euros * 100);
}

/** Keeps what is being typed to itself, until it is meant. */
function EuroInput({ label, cents, hintCents, onCommit }: EuroInputProps) {
  const id = useId();
  const [text, setText] = useState(toText(cents));
  useEffect(() => setText(toText(cents)), [cents]);

  function commit() {
    const meant = toCents(text);
    setText(toText(meant));
    if (meant !== cents) onCommit(meant);
  }

  return (
    <div className="price-range__side">
      <label className="price-range__label" htmlFor={id}>
        {label}
      </label>
      <span className="price-range__box">
        <span className="price-range__euro" aria-hidden="true">
          €
        </span>
        <input
          id={id}
          className="price-range__input num"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder={toText(hintCents)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      </span>
    </div>
  );
}

/** A lowest and a highest price, typed in euros, told in cents on Enter or on leaving the field. */
export function PriceRange(props: PriceRangeProps) {
  const { minCents, maxCents, onChange, lowestCents, highestCents } = props;
  return (
    <fieldset className="price-range">
      <legend className="unseen">Price in euros</legend>
      <EuroInput
        label="From"
        cents={minCents}
        hintCents={lowestCents}
        onCommit={(cents) => onChange({ minCents: cents, maxCents })}
      />
      <EuroInput
        label="To"
        cents={maxCents}
        hintCents={highestCents}
        onCommit={(cents) => onChange({ minCents, maxCents: cents })}
      />
    </fieldset>
  );
}
