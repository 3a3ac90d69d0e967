import type { ReactNode } from 'react';
import { cx } from '../cx/cx.tsx';
import './page.css';

interface PageProps {
  /** The one h1; left out where the content brings its own. */
  title?: ReactNode;
  /** A line under the title. */
  intro?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** Above the title: breadcrumbs. */
  above?: ReactNode;
  /** `narrow` for a form or a text to read. */
  width?: 'wide' | 'narrow';
  children: ReactNode;
}

/** The widest the store gets, with its margins; used by the header and the footer too. */
export function Wrap({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('ui container wrap', className)}>{children}</div>;
}

/** The content of a page under its title. */
export function Page({ title, intro, actions, above, width = 'wide', children }: PageProps) {
  return (
    <Wrap className={cx('page', `page--${width}`)}>
      {above}
      {title && (
        <div className="page__head">
          <div className="page__words">
            <h1 className="ui header">
              <bdi>{title}</bdi>
            </h1>
            {intro && <p className="page__intro">{intro}</p>}
          </div>
          {actions && <div className="page__actions">{actions}</div>}
        </div>
      )}
      {children}
    </Wrap>
  );
}

/** A part of a page, with space above it. */
export function Section({ children, labelledBy }: { children: ReactNode; labelledBy?: string }) {
  return (
    <section className="page__section" aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
