import { type ReactNode, useId } from 'react';
import './panel.css';

interface PanelProps {
  title: string;
  /** A line under the title. */
  intro?: ReactNode;
  children: ReactNode;
}

/** A part of a page in a box of its own, under its own heading. */
export function Panel({ title, intro, children }: PanelProps) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 className="panel__title" id={id}>
        {title}
      </h2>
      {intro && <p className="panel__intro">{intro}</p>}
      <div className="panel__body">{children}</div>
    </section>
  );
}
