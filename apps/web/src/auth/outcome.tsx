import { Page } from '@lantern/ui/page';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTitle } from '../page/use-title.ts';
import './auth-frame.css';

interface OutcomeProps {
  title: string;
  text: ReactNode;
  /** What to do next. */
  children: ReactNode;
  /** For somebody whom the text is not for, below a line. */
  other?: ReactNode;
}

/** What became of a form or a link. It takes the focus, which the form before it has lost. */
export function Outcome({ title, text, children, other }: OutcomeProps) {
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Page width="narrow">
      <div className="auth-frame">
        <h1 className="auth-frame__title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="auth-frame__intro">{text}</p>
        <div className="auth-frame__actions">{children}</div>
        {other !== undefined && <p className="auth-frame__other">{other}</p>}
      </div>
    </Page>
  );
}
