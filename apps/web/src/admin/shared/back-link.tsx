import { Anchor } from '@lantern/ui/anchor';
import { ArrowLeft } from 'lucide-react';
import './back-link.css';

/** A link back to the list. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Anchor href={href} className="back-link">
      <ArrowLeft size="1rem" aria-hidden="true" />
      {children}
    </Anchor>
  );
}
