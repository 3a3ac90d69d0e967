import { plural, t } from '@lingui/core/macro';
import type { LogEntry } from '../live/follow-log.ts';
import type { LogNames } from './log-names.ts';
import { plainTold, tellEntry } from './told.ts';

interface NewEntriesProps {
  entries: LogEntry[];
  names: LogNames;
  freshAfter: number;
}

/** Announces new entries to screen readers. */
export function NewEntries({ entries, names, freshAfter }: NewEntriesProps) {
  const fresh = entries.filter(({ seq }) => seq > freshAfter);
  const [first] = fresh;
  return (
    <p className="visually-hidden" aria-live="polite">
      {first && fresh.length === 1 && t`New: ${{ entry: plainTold(tellEntry(first, names), names) }}`}
      {fresh.length > 1 && plural({ count: fresh.length }, { one: '# new entry', other: '# new entries' })}
    </p>
  );
}
