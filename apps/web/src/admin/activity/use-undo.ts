import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { undoProblem } from '../fields/undo-problem.ts';
import type { LogEntry } from '../live/follow-log.ts';
import { historyPath } from '../paths.ts';
import { hasReason } from '../shared/conflicts.ts';

/** What has become of the entry, and of the mail to the customer that it led to. */
function undoneText(seq: number, mail: 'stopped' | 'sent' | undefined): string {
  if (mail === 'stopped') return t`Undone. See entry ${seq}. The customer's mail was stopped.`;
  if (mail !== 'sent') return t`Undone. See entry ${seq}.`;
  return t`Undone. See entry ${seq}. The customer has already been told: your next decision is mailed to them, too.`;
}

/**
 * Undoes an entry by adding a new one, whose number is passed to `onUndone`. If the fields have changed since, says
 * which one is in the way.
 */
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
            text: undoneText(undone.seq, undone.mail),
            // If it was pressed by mistake, it can be reversed in the same place; a return is decided again on its page.
            ...(entity.type !== 'return' && {
              action: { label: t`Redo`, onPress: () => undo({ seq: undone.seq, entity }) },
            }),
          });
        },
        onError(error) {
          const action = { label: t`View history`, href: historyPath(entity) };
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
