import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import '../fold/fold.css';

interface LateFoldProps {
  title: string;
  /** Called when it is opened or closed. */
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}

/**
 * A fold whose content is loaded when it is opened. Apart from `Fold`, whose code a product's page waits for: what both the
 * shop and the admin area import would be a file of its own, and come later.
 */
export function LateFold({ title, onToggle, children }: LateFoldProps) {
  return (
    <details className="fold" onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary className="fold__title">
        {title}
        <ChevronDown size="1.125rem" aria-hidden="true" />
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}
