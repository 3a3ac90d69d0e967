import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import './fold.css';

/** A part of a page that is opened when it is wanted; the browser's own, so it also works before any code is there. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary className="fold__title">
        {title}
        <ChevronDown size="1.125rem" aria-hidden="true" />
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}
