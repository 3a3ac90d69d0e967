import { ArrowRight } from 'lucide-react';
import { Anchor } from '../anchor/anchor.tsx';
import './section-head.css';

interface SectionHeadProps {
  title: string;
  /** For `aria-labelledby` of the section. */
  id?: string;
  /** A link to all of it, at the right. */
  link?: { href: string; label: string };
}

/** The heading of a section, with a link to more of it. */
export function SectionHead({ title, id, link }: SectionHeadProps) {
  return (
    <div className="section-head">
      <h2 className="ui header" id={id}>
        {title}
      </h2>
      {link && (
        <Anchor href={link.href} className="section-head__link">
          {link.label}
          <ArrowRight size="1rem" aria-hidden="true" />
        </Anchor>
      )}
    </div>
  );
}
