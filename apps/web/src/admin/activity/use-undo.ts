import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import type { LogEntry } from '../live/follow-log.ts';
import { historyPath } from '../paths.ts';
import { hasReason } from '../shared/conflicts.ts';
import { undoProblem } from './undo-problem.ts';

/** Takes back what an entry tells, as a change of its own, whose number `onUndone` hears; where it was changed again since, it says what stands in the way. */
export function useUndo(onUndone: (seq: number) => void) {
  const toast = useToast();
  const { mutate, variables, isPending } = useMutation(useTRPC().admin.activity.undo.mutationOptions());

  function undo({ seq, entity }: Pick<LogEntry, 'seq' | 'entity'>) {
    mutate(
      { seq },
      {
        onSuccess(undone) {
          onUndone(undone.seq);
          toast({
            kind: 'success',
            text: `Undone. See entry ${undone.seq}.`,
            // Pressed by mistake, it is taken back where it was pressed.
            action: { label: 'Redo', onPress: () => undo({ seq: undone.seq, entity }) },
          });
        },
        onError(error) {
          const action = { label: 'Its history', href: historyPath(entity) };
          toast({
            kind: 'error',
            text: undoProblem(error, entity.type),
            ...(hasReason(error, 'changed_since') && { action }),
          });
        },
      },
    );
  }

  return { undo, undoing: isPending ? variables?.seq : undefined };
}
