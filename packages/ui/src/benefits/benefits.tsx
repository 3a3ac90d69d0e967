import type { ReactNode } from 'react';
import { List } from 'semantic-ui-react';
import './benefits.css';

interface BenefitsProps {
  items: { title: string; text: string; icon?: ReactNode }[];
}

/** What the store offers every customer (delivery, returns), side by side above the footer. */
export function Benefits({ items }: BenefitsProps) {
  return (
    <List as="ul" className="benefits">
      {items.map(({ title, text, icon }) => (
        <List.Item as="li" key={title} className="benefits__item">
          {icon && <span className="benefits__icon">{icon}</span>}
          <List.Content>
            <List.Header className="benefits__title">{title}</List.Header>
            {text}
          </List.Content>
        </List.Item>
      ))}
    </List>
  );
}
