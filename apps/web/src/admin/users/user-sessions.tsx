import { Button } from '@lantern/ui/button';
import { MomentDay } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { Tag } from '@lantern/ui/tag';
import { useToast } from '@lantern/ui/toast';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { type AdminUser, useUserRefresh } from './use-user-refresh.ts';

/** Where a user is logged in, with a button to end all sessions. */
export function UserSessions({ user: { id, sessions } }: { user: AdminUser }) {
  const refresh = useUserRefresh();
  const toast = useToast();
  const end = useMutation(
    useTRPC().admin.users.endSessions.mutationOptions({
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
      <ul className="user-page__list">
        {sessions.map((session) => (
          <li key={session.id} className="user-page__row">
            <code>{session.id.slice(0, 8)}</code>
            {session.current && <Tag>{t`Current`}</Tag>}
            <span className="user-page__amount muted">
              <Trans>
                expires <MomentDay at={session.expiresAt} />
              </Trans>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
