import type { ReactNode } from 'react';
import { List } from 'semantic-ui-react';
import { Anchor } from '../anchor/anchor.tsx';
import './row-list.css';

interface RowListProps {
  /** Their order means something: a ranking. */
  ordered?: boolean;
  /** RowListItems. */
  children: ReactNode;
}

/** A short list of things in a panel, one a row. */
export function RowList({ ordered = false, children }: RowListProps) {
  return (
    <List as={ordered ? 'ol' : 'ul'} className="row-list">
      {children}
    </List>
  );
}

interface RowListItemProps {
  href: string;
  title: string;
  /** A line under the title. */
  detail?: ReactNode;
  /** Before the title. */
  image?: ReactNode;
  /** A label at the right, before the amount. */
  label?: ReactNode;
  /** At the right end, with a line under it. */
  amount?: { text: string; detail?: string };
}

/** One row of a RowList. */
export function RowListItem({ href, title, detail, image, label, amount }: RowListItemProps) {
  return (
    <List.Item as="li" className="row-list__item">
      {image && <span className="row-list__image">{image}</span>}
      <List.Content className="row-list__what">
        <List.Header as={Anchor} href={href} className="row-list__title">
          <bdi>{title}</bdi>
        </List.Header>
        {detail && <List.Description className="row-list__detail">{detail}</List.Description>}
      </List.Content>
      {label}
      {amount && (
        <span className="row-list__amount num">
          {amount.text}
          {amount.detail && <small className="row-list__detail">{amount.detail}</small>}
        </span>
      )}
    </List.Item>
  );
}
