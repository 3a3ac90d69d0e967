import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { longQuery, useTRPC } from '../../lib/trpc.ts';
import type { LogEntry } from '../live/follow-log.ts';
import { type Batch, inputOf, nothingKnown, unknownIn, withAnswer } from './known-names.ts';
import { type LogNames, logNames } from './log-names.ts';

/** How long new entries may gather, so that a burst of them is one call. */
const GATHER_MS = 300;
const STALE_MS = 60_000;

/**
 * The names of what is in these entries, and whether the first of them are still loading. However many entries come,
 * one call at a time asks for what is not known yet.
 */
export function useNames(entries: LogEntry[]): { names: LogNames; waiting: boolean } {
  const trpc = useTRPC();
  const [known, setKnown] = useState(nothingKnown);
  const [batch, setBatch] = useState<Batch | null>(null);
  const unknown = useMemo(() => unknownIn(entries, known.asked), [entries, known.asked]);
  const latest = useRef(unknown);
  latest.current = unknown;

  const isNext = batch === null && unknown.size > 0;
  const isFirst = known.asked.size === 0;
  useEffect(() => {
    if (!isNext) return;
    const timer = setTimeout(() => setBatch(latest.current), isFirst ? 0 : GATHER_MS);
    return () => clearTimeout(timer);
  }, [isNext, isFirst]);

  const input = useMemo(() => (batch ? inputOf(batch) : skipToken), [batch]);
  const asked = useQuery(
    // What has just changed is asked for again, so there is nothing to keep.
    trpc.admin.activity.names.queryOptions(input, { ...longQuery, staleTime: 0, gcTime: 0 }),
  );
  const { data = null, isFetching, isError } = asked;
  useEffect(() => {
    if (!batch || isFetching || (!data && !isError)) return;
    setKnown((before) => withAnswer(before, batch, data));
    setBatch(null);
  }, [batch, data, isFetching, isError]);

  const tree = useQuery(trpc.admin.categories.list.queryOptions(undefined, { staleTime: STALE_MS }));
  const names = useMemo(() => logNames(known, tree.data ?? []), [known, tree.data]);
  return { names, waiting: (entries.length > 0 && isFirst) || tree.isPending };
}
