import { isolated } from '@lantern/text/isolated';
import type { LogEntry } from '../live/follow-log.ts';
import { actionText } from './action-words.ts';
import { entityName } from './entity-path.ts';

/** Announces new entries to screen readers. */
export function NewEntries({ entries, freshAfter }: { entries: LogEntry[]; freshAfter: number }) {
  const fresh = entries.filter(({ seq }) => seq > freshAfter);
  const [first] = fresh;
  return (
    <p className="visually-hidden" aria-live="polite">
      {first &&
        fresh.length === 1 &&
        `New: ${actionText(first.action)}, ${isolated(entityName(first.entity))}, by ${first.actor.email}`}
      {fresh.length > 1 && `${fresh.length} new entries`}
    </p>
  );
}
