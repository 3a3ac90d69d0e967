import type { ReactNode } from 'react';
import './benefits.css';

interface BenefitsProps {
  items: { title: string; text: string; icon?: ReactNode }[];
}

/** What the store offers every customer (delivery, returns), side by side above the footer. */
export function Benefits({ items }: BenefitsProps) {
  return (
    <ul className="benefits">
      {items.map(({ title, text, icon }) => (
        <li key={title} className="benefits__item">
          {icon && <span className="benefits__icon">{icon}</span>}
          <span>
            <b className="benefits__title">{title}</b>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
