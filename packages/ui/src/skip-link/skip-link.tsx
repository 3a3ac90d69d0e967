import { t } from '@lingui/core/macro';
import './skip-link.css';

/** The first stop of the Tab key: past the header, to the content. */
export function SkipLink({ to = 'main' }: { /** The id of the content. */ to?: string }) {
  // A plain link on purpose: a router would take the hash for a place to go.
  return (
    <a className="skip-link" href={`#${to}`}>
      {t`Skip to content`}
    </a>
  );
}
