import type { ReactNode } from 'react';
import './benefits.css';

interface BenefitsProps {
  items: { title: string; text: string; icon?: ReactNode }[];
}

/** What the store offers every customer (delivery, returns), side by side above the footer. */
export function Benefits({ items }: BenefitsProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one.
    <ul role="list" className="ui list benefits">
      {items.map(({ title, text, icon }) => (
        <li key={title} className="benefits__item">
          {icon && <span className="benefits__icon">{icon}</span>}
          <div className="content">
            <div className="header benefits__title">{title}</div>
            {text}
          </div>
        </li>
      ))}
    </ul>
  );
}
