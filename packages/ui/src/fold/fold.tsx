import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import './fold.css';

interface FoldProps {
  title: string;
  /** Called when it is opened or closed, for what is not loaded before. */
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A part of a page that is opened when it is wanted; the browser's own, so it also works before any code is there. */
export function Fold({ title, onToggle, children }: FoldProps) {
  return (
    <details className="fold" onToggle={onToggle && (({ currentTarget }) => onToggle(currentTarget.open))}>
      <summary className="fold__title">
        {title}
        <ChevronDown size="1.125rem" aria-hidden="true" />
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}
