import type { AppRouter } from '@lantern/api/types';
import type { TRPCLink } from '@trpc/client';
import { tap } from '@trpc/server/observable';

/** The log entries that undo changes, by the answers to the mutations that made them. */
const seqs = new WeakMap<object, number>();

/** Remembers which log entry undoes a change: the server names it in a header, beside the answer. */
export const undoSeqLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    next(op).pipe(
      tap({
        next({ result, context }) {
          if (result.type !== 'data' || !isObject(result.data) || !(context?.response instanceof Response)) return;
          const { response, responseJSON } = context;
          // The header belongs to the whole response; among several answers it could be another one's.
          const isAlone = !Array.isArray(responseJSON) || responseJSON.length === 1;
          const seq = Number(response.headers.get('x-activity-seq'));
          if (isAlone && seq > 0) seqs.set(result.data, seq);
        },
      }),
    );

/** The number of the log entry that undoes the change which this is the answer to; undefined where none does. */
export function undoSeqOf(answer: object): number | undefined {
  return seqs.get(answer);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
