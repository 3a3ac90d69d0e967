import type { ReactNode } from 'react';
import { ProductImage } from '../product-image/product-image.tsx';
import './empty-state.css';

interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  /** The URL of an image; a neutral shape by default. */
  imageUrl?: string | null;
  accent?: number;
  /** What to do instead: a button or a link. */
  action?: ReactNode;
  /** It is the whole page, so its title is the h1. */
  page?: boolean;
}

/** Shown where there is nothing: why, and what to do instead. */
export function EmptyState({ title, text, imageUrl = null, accent = 8, action, page = false }: EmptyStateProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className="ui center aligned segment empty-state">
      <ProductImage src={imageUrl} alt="" accent={accent} eager className="empty-state__image" />
      <Title className="ui header empty-state__title">{title}</Title>
      {text && <p className="empty-state__text">{text}</p>}
      {action && <div className="empty-state__action">{action}</div>}
    </div>
  );
}
