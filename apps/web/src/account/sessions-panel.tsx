import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { SessionList } from './session-list.tsx';

/** The height of a session, to avoid a layout shift. */
const ROW_HEIGHT = 64;

/** Where the user is logged in, with buttons that end one session, or all but this one. */
export function SessionsPanel() {
  const { sessions: api } = useTRPC().account;
  const client = useQueryClient();
  const toast = useToast();
  const { data: sessions, error, refetch, isFetching } = useQuery(api.list.queryOptions());
  const answer = {
    onSuccess: (left: typeof sessions) => storeAnswer(client, api.list.queryKey(), left),
    onError(refusal: { message: string }) {
      toast({ kind: 'error', text: messageOf(refusal) });
      // It may have ended elsewhere.
      void refetch();
    },
  };
  const end = useMutation(api.end.mutationOptions(answer));
  const endOthers = useMutation(api.endOthers.mutationOptions(answer));
  return (
    <Panel
      title={t`Where you are logged in`}
      intro={t`If you do not recognise a device, log it out and change your password.`}
      actions={
        sessions !== undefined &&
        sessions.length > 1 && (
          <Button size="small" onClick={() => endOthers.mutate({})} loading={endOthers.isPending}>
            {t`Log out all others`}
          </Button>
        )
      }
    >
      {sessions !== undefined ? (
        <SessionList
          sessions={sessions}
          onEnd={(id) => end.mutate({ id })}
          ending={end.isPending ? end.variables.id : undefined}
        />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonBox height={ROW_HEIGHT} />
      )}
    </Panel>
  );
}
