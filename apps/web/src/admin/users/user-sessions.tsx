import { Button } from '@lantern/ui/button';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { useToast } from '@lantern/ui/toast';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { SessionList } from '../../account/session-list.tsx';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { type AdminUser, useUserRefresh } from './use-user-refresh.ts';

/** Where a user is logged in, with buttons that end one session, or all of them. */
export function UserSessions({ user: { id, sessions, lastLoginAt } }: { user: AdminUser }) {
  const refresh = useUserRefresh();
  const toast = useToast();
  const trpc = useTRPC();
  const endOne = useMutation(
    trpc.admin.users.endSession.mutationOptions({
      onSuccess: () => toast({ kind: 'success', text: t`Session ended.` }),
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      onSettled: refresh,
    }),
  );
  const end = useMutation(
    trpc.admin.users.endSessions.mutationOptions({
      onSuccess: ({ ended }) =>
        toast({ kind: 'success', text: plural(ended, { one: '# session ended.', other: '# sessions ended.' }) }),
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      onSettled: refresh,
    }),
  );
  return (
    <Panel
      title={t`Sessions`}
      intro={
        sessions.length > 0 ? plural({ count: sessions.length }, { one: '# session', other: '# sessions' }) : undefined
      }
      actions={
        sessions.length > 0 && (
          <Button size="small" onClick={() => end.mutate({ id })} loading={end.isPending}>
            {t`End all sessions`}
          </Button>
        )
      }
    >
      {sessions.length === 0 && <p className="muted">{t`Not logged in.`}</p>}
      {lastLoginAt && (
        <p className="user-page__last-login">
          <Trans>
            Last login <Moment at={lastLoginAt} />
          </Trans>
        </p>
      )}
      <SessionList
        sessions={sessions}
        onEnd={(sessionId) => endOne.mutate({ id, sessionId })}
        ending={endOne.isPending ? endOne.variables.sessionId : undefined}
      />
    </Panel>
  );
}
