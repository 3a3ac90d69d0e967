import type { LoggedEntry } from '../fields/field-words.ts';

/** Neighbouring entries of one request that did the same to several things, newest first; usually one entry. */
export interface LogGroup {
  key: string;
  /** The newest entry. */
  first: LoggedEntry;
  entries: LoggedEntry[];
}

/** The entries in groups: what was changed at once is one row of the log. */
export function groupsOf(entries: LoggedEntry[]): LogGroup[] {
  const groups: LogGroup[] = [];
  const timesOf = new Map<string, number>();
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && isTogether(last.first, entry)) {
      last.entries.push(entry);
      continue;
    }
    // Stays the same while a group grows at either end.
    const request = entry.requestId === null ? `${entry.seq}` : `${entry.requestId} ${entry.action}`;
    const times = timesOf.get(request) ?? 0;
    timesOf.set(request, times + 1);
    groups.push({ key: `${request} ${times}`, first: entry, entries: [entry] });
  }
  return groups;
}

function isTogether(one: LoggedEntry, other: LoggedEntry): boolean {
  return one.requestId !== null && one.requestId === other.requestId && one.action === other.action;
}
