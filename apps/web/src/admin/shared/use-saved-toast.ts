import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useUser } from '../../auth/require-user.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { undoProblem } from '../activity/undo-problem.ts';

/**
 * Shows that something was saved, and offers Undo if its entry in the log can be undone: `saved('Teapot saved',
 * 'product', 12)`.
 */
export function useSavedToast() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const me = useUser();
  const undo = useMutation(
    trpc.admin.activity.undo.mutationOptions({
      onSuccess() {
        toast({ kind: 'success', text: 'Undone' });
        void client.invalidateQueries(trpc.admin.pathFilter());
        void client.invalidateQueries(trpc.catalog.pathFilter());
      },
    }),
  );

  return async (text: string, type: 'product' | 'category' | 'user' | 'synonym', id: number) => {
    const newest = trpc.admin.activity.list.queryOptions({ entity: `${type}:${id}`, limit: 1 }, { staleTime: 0 });
    // Without the log there is no Undo, but the change is saved.
    const log = await client.fetchQuery(newest).catch(() => null);
    const entry = log?.items.find(({ undoable, actor }) => undoable && actor.id === me.id);
    const onError = (error: unknown) => toast({ kind: 'error', text: undoProblem(error, type) });
    const action = entry && { label: 'Undo', onPress: () => undo.mutate({ seq: entry.seq }, { onError }) };
    toast({ kind: 'success', text, action });
  };
}
