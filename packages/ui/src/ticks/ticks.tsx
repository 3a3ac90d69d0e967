import type { ReactNode } from 'react';
import './ticks.css';

interface TicksProps {
  items: { title: string; text: string; icon?: ReactNode }[];
}

/** The shop's promises, side by side over the footer. */
export function Ticks({ items }: TicksProps) {
  return (
    <ul className="ticks">
      {items.map(({ title, text, icon }) => (
        <li key={title} className="ticks__item">
          {icon && <span className="ticks__icon">{icon}</span>}
          <span>
            <b className="ticks__title">{title}</b>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
