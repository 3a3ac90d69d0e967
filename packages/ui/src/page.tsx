import type { ReactNode } from 'react';
import { Anchor } from './anchor.tsx';
import './page.css';

/** Keeps a page within the shop's width. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="page">{children}</div>;
}

interface SectionProps {
  title: string;
  link?: { href: string; text: string };
  children: ReactNode;
}

/** A part of a page with its headline, and where to see more of it. */
export function Section({ title, link, children }: SectionProps) {
  return (
    <section className="page__section">
      <header className="page__head">
        <h2>{title}</h2>
        {link && <Anchor href={link.href}>{link.text} →</Anchor>}
      </header>
      {children}
    </section>
  );
}
