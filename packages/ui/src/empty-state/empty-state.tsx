import type { ReactNode } from 'react';
import { Header, Segment } from 'semantic-ui-react';
import { ProductImage } from '../product-image/product-image.tsx';
import './empty-state.css';

interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  /** An image's address; left out, a quiet shape stands there. */
  imageUrl?: string | null;
  accent?: number;
  /** What to do instead of looking at nothing. */
  action?: ReactNode;
  /** It is all there is on the page, so its title is the page's. */
  page?: boolean;
}

/** Nothing here, said kindly, with a way on. */
export function EmptyState({ title, text, imageUrl = null, accent = 8, action, page = false }: EmptyStateProps) {
  return (
    <Segment textAlign="center" className="empty-state">
      <ProductImage src={imageUrl} alt="" accent={accent} eager className="empty-state__image" />
      <Header as={page ? 'h1' : 'h2'} className="empty-state__title">
        {title}
      </Header>
      {text && <p className="empty-state__text">{text}</p>}
      {action && <div className="empty-state__action">{action}</div>}
    </Segment>
  );
}
