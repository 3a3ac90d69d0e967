import { type ReactNode, useId } from 'react';
import { cx } from '../cx/cx.tsx';
import './radio-cards.css';

interface RadioCard {
  value: string;
  title: string;
  /** A line under the title. */
  detail?: ReactNode;
  /** At the right end: a price. */
  end?: ReactNode;
}

interface RadioCardsProps {
  /** What is chosen, for screen readers: "Delivery method". */
  label: string;
  cards: RadioCard[];
  selected: string | null;
  onSelect: (value: string) => void;
}

/** One of a few choices that need more than a word each. */
export function RadioCards({ label, cards, selected, onSelect }: RadioCardsProps) {
  const group = useId();
  return (
    <fieldset className="radio-cards">
      <legend className="visually-hidden">{label}</legend>
      {cards.map(({ value, title, detail, end }) => (
        <label key={value} className={cx('radio-cards__card', value === selected && 'radio-cards__card--selected')}>
          <input
            type="radio"
            className="radio-cards__native"
            name={group}
            value={value}
            checked={value === selected}
            onChange={() => onSelect(value)}
          />
          <span className="radio-cards__words">
            <b>
              <bdi>{title}</bdi>
            </b>
            {detail && <span className="radio-cards__detail">{detail}</span>}
          </span>
          <span className="num">{end}</span>
        </label>
      ))}
    </fieldset>
  );
}
