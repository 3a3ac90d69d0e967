import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { followLog, type LiveState, type LogEntry } from './follow-log.ts';

/**
 * Follows the log after `headSeq`, the number of the newest listed entry; waits while it is undefined. `onEntries` gets
 * new entries, oldest first. When the session is over, the user query is updated, and the page leads to the login.
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
    // After logging out, no message is needed.
    if (client.getMutationCache().find(logout)) return false;
    const user = await client.fetchQuery({ ...me, staleTime: 0, retry: false });
    if (user?.role === 'admin') return true;
    // If the session is over, AccountGate says so, whichever request noticed it first.
    if (user) toast({ kind: 'info', text: t`You are no longer an admin.` });
    return false;
  }

  // The connection stays open when the callbacks change.
  const latest = useRef({ onEntries, mayReturn });
  latest.current = { onEntries, mayReturn };
  const ready = begun.current !== undefined;

  useEffect(() => {
    if (!ready || begun.current === undefined) return;
    return followLog(begun.current, {
      onState: setState,
      onEntries(entries) {
        // Where to continue if the effect runs again.
        begun.current = entries.at(-1)?.seq ?? begun.current;
        latest.current.onEntries(entries);
      },
      mayReturn: () => latest.current.mayReturn(),
    });
  }, [ready]);

  return state;
}
