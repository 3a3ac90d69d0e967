import { useToast } from '@lantern/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { followLog, type LiveState, type LogEntry } from './follow-log.ts';

/**
 * Follows the log from after `headSeq` on, the number of the newest entry that a list has shown; waits for it
 * while it is undefined. `onEntries` gets what is new, oldest first. When the session is over, the whole
 * app is told, and its pages lead to the login.
 */
export function useLiveLog(headSeq: number | undefined, onEntries: (entries: LogEntry[]) => void): LiveState {
  const client = useQueryClient();
  const { auth } = useTRPC();
  const me = auth.me.queryOptions();
  const logout = { mutationKey: auth.logout.mutationKey() };
  const toast = useToast();
  const [state, setState] = useState<LiveState>('connecting');
  const begun = useRef(headSeq);
  begun.current ??= headSeq;

  async function mayReturn(): Promise<boolean> {
    // Whoever logs out is on the way to another page, and knows.
    if (client.getMutationCache().find(logout)) return false;
    const user = await client.fetchQuery({ ...me, staleTime: 0, retry: false });
    if (user?.role === 'admin') return true;
    toast({
      kind: 'info',
      text: user ? 'You are no longer an admin.' : 'Your session has ended. Please log in again.',
    });
    return false;
  }

  // The line stays open while the page changes what it does with the entries.
  const latest = useRef({ onEntries, mayReturn });
  latest.current = { onEntries, mayReturn };
  const ready = begun.current !== undefined;

  useEffect(() => {
    if (!ready || begun.current === undefined) return;
    return followLog(begun.current, {
      onState: setState,
      onEntries(entries) {
        // Where to go on from, should the effect run again.
        begun.current = entries.at(-1)?.seq ?? begun.current;
        latest.current.onEntries(entries);
      },
      mayReturn: () => latest.current.mayReturn(),
    });
  }, [ready]);

  return state;
}
