import { type ActivityFilters, activityFilters, matches } from '@lantern/api/activity/filters';
import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { itemsOf } from '../../lib/list-query.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { LogEntry } from '../live/follow-log.ts';
import { useLiveLog } from '../live/use-live-log.ts';
import { keysetPaging } from '../shared/list-table.tsx';

const PAGE_SIZE = 50;
/** With more live entries than this, the list is fetched again. */
const MOST_LIVE = 500;
const FRESH_MS = 6000;

/**
 * The filtered log: what the server listed, with the entries that have arrived since on top. While `held`, new entries
 * are only counted; without filters, which are not known yet, nothing is listed.
 */
export function useLog(filters: ActivityFilters | null, { held = false, pageSize = PAGE_SIZE } = {}) {
  const list = useInfiniteQuery(
    useTRPC().admin.activity.list.infiniteQueryOptions(
      filters ? { ...filters, limit: pageSize } : skipToken,
      // The stream keeps it up to date, so it is never refetched, nor cached after use.
      { ...keysetPaging, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ),
  );
  const { data, refetch } = list;
  const headSeq = data?.pages[0]?.headSeq;
  /** Everything that arrived, whatever the filters, which may change. Newest first. */
  const [arrived, setArrived] = useState<LogEntry[]>([]);
  const state = useLiveLog(headSeq, (entries) => setArrived((before) => [...entries.toReversed(), ...before]));

  useEffect(() => {
    // One fetch at a time: in a burst of entries, each would cancel the previous one.
    if (!held && arrived.length > MOST_LIVE) void refetch({ cancelRefetch: false });
  }, [held, arrived.length, refetch]);
  useEffect(() => {
    // A newer list includes them.
    if (headSeq !== undefined) setArrived((before) => before.filter(({ seq }) => seq > headSeq));
  }, [headSeq]);

  const newest = arrived[0]?.seq ?? headSeq ?? 0;
  const [heldAt, showWaiting] = useValueWhen(held, newest);
  const { live, waiting } = useMemo(() => {
    // Parsed as the server does; for invalid filters it lists nothing.
    const { data: wanted } = activityFilters.safeParse(filters);
    const matching = arrived.filter((entry) => wanted && entry.seq > (headSeq ?? 0) && matches(entry, wanted));
    const shown = matching.filter(({ seq }) => seq <= heldAt);
    return { live: shown, waiting: matching.length - shown.length };
  }, [arrived, headSeq, filters, heldAt]);

  return {
    list,
    state,
    waiting,
    /** Shows the waiting entries (or those up to the given number) and holds the ones after. */
    showWaiting,
    entries: useMemo(() => [...live, ...itemsOf({ data })], [live, data]),
    freshAfter: useSettled(live[0]?.seq ?? headSeq ?? 0),
  };
}

/** While `held`, the value from when the hold began or was last caught up with; otherwise the current value. */
function useValueWhen(held: boolean, value: number): [kept: number, catchUp: (to?: number) => void] {
  const [kept, setKept] = useState<number | null>(null);
  if (held && kept === null) setKept(value);
  if (!held && kept !== null) setKept(null);
  return [held ? (kept ?? value) : value, (to = value) => setKept(to)];
}

/** The value, once it has not changed for a while. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    // Entries from the first load are not new.
    if (settled === 0) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), FRESH_MS);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled === 0 ? value : settled;
}
