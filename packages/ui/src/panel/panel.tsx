import { type ReactNode, useId } from 'react';
import { Header, Segment } from 'semantic-ui-react';
import './panel.css';

interface PanelProps {
  title: string;
  /** A line under the title. */
  intro?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page in a box of its own, under its own heading. */
export function Panel({ title, intro, actions, children }: PanelProps) {
  const id = useId();
  return (
    <Segment as="section" className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <Header as="h2" className="panel__title" id={id}>
          {title}
        </Header>
        {actions && <div className="panel__actions">{actions}</div>}
      </div>
      {intro && <p className="panel__intro">{intro}</p>}
      <div className="panel__body">{children}</div>
    </Segment>
  );
}
