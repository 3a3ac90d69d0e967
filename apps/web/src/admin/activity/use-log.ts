import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import type { LogEntry } from '../live/follow-log.ts';
import { useLiveLog } from '../live/use-live-log.ts';
import { itemsOf, keysetPaging } from '../shared/list-table.tsx';
import { fits, type LogFilters } from './log-filters.ts';

const PAGE_SIZE = 50;
/** With more than so many on top of the list, it is fetched anew. */
const MOST_LIVE = 500;
const FRESH_MS = 6000;

/**
 * The filtered log: what the server listed, and on top of it what has come in since. While `held`, what
 * comes in waits and is only counted.
 */
export function useLog(filters: LogFilters, { held = false, pageSize = PAGE_SIZE } = {}) {
  const list = useInfiniteQuery(
    useTRPC().admin.activity.list.infiniteQueryOptions(
      { ...filters, limit: pageSize },
      // Kept up to date by the stream, and so never fetched again nor kept beyond its use.
      { ...keysetPaging, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ),
  );
  const { data, refetch } = list;
  const headSeq = data?.pages[0]?.headSeq;
  /** All that came in, whatever the filters: another filter may want it. Newest first. */
  const [arrived, setArrived] = useState<LogEntry[]>([]);
  const state = useLiveLog(headSeq, (entries) => setArrived((before) => [...entries.toReversed(), ...before]));

  useEffect(() => {
    // One fetch at a time: in a storm of entries each would else cut off the one before.
    if (!held && arrived.length > MOST_LIVE) void refetch({ cancelRefetch: false });
  }, [held, arrived.length, refetch]);
  useEffect(() => {
    // A newer list has them itself.
    if (headSeq !== undefined) setArrived((before) => before.filter(({ seq }) => seq > headSeq));
  }, [headSeq]);

  const newest = arrived[0]?.seq ?? headSeq ?? 0;
  const [heldAt, showWaiting] = useValueWhen(held, newest);
  const { live, waiting } = useMemo(() => {
    const fitting = arrived.filter((entry) => entry.seq > (headSeq ?? 0) && fits(entry, filters));
    const shown = fitting.filter(({ seq }) => seq <= heldAt);
    return { live: shown, waiting: fitting.length - shown.length };
  }, [arrived, headSeq, filters, heldAt]);

  return {
    list,
    state,
    waiting,
    /** Shows what waits (or all up to the entry of that number), and holds what comes after it. */
    showWaiting,
    entries: useMemo(() => [...live, ...itemsOf({ data })], [live, data]),
    freshAfter: useSettled(live[0]?.seq ?? headSeq ?? 0),
  };
}

/** The value as it was when `held` began, or when it was caught up with; the value as it is while it is not held. */
function useValueWhen(held: boolean, value: number): [kept: number, catchUp: (to?: number) => void] {
  const [kept, setKept] = useState<number | null>(null);
  if (held && kept === null) setKept(value);
  if (!held && kept !== null) setKept(null);
  return [held ? (kept ?? value) : value, (to = value) => setKept(to)];
}

/** The value once it has not grown for a while. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    // What was there at first is nothing new.
    if (settled === 0) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), FRESH_MS);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled === 0 ? value : settled;
}
