import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { boundsOf, choiceOf, isPeriod, type Periods, type RangeValues } from './range.ts';

/** The periods of the store's calendar, asked for if the range is one of them, and again on the next day. */
export function usePeriods(values: RangeValues): Periods | undefined {
  const { data } = useQuery(
    useTRPC().admin.periods.queryOptions(undefined, {
      enabled: isPeriod(choiceOf(values)),
      staleTime: ({ state: { data: known, dataUpdatedAt } }) =>
        known ? Math.max(0, Date.parse(known.today.to) - dataUpdatedAt) : 0,
      // A list without its bounds would be another list.
      throwOnError: true,
    }),
  );
  return data;
}

/** A range's bounds as a list's input, the same until another range is chosen; null while they are not known. */
export function useBounds(values: RangeValues) {
  const { range, from, to } = values;
  const periods = usePeriods(values);
  return useMemo(() => boundsOf({ range, from, to }, Date.now(), periods), [range, from, to, periods]);
}
