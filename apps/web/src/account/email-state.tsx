import { Button } from '@lantern/ui/button';
import { SaveNote } from '@lantern/ui/save-note';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useUser } from '../auth/require-user.tsx';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { saveState } from './save-state.ts';
import './email-state.css';

/** The height of what replaces it, to avoid a layout shift. */
const HEIGHT = 96;

/** The address of the account, whether it is confirmed, and the new one that is not yet. */
export function EmailState() {
  const { email } = useUser();
  const trpc = useTRPC();
  const { data: status, error } = useQuery(trpc.account.email.queryOptions());
  const resend = useMutation(trpc.auth.resendVerification.mutationOptions());
  const pending = status?.pending;
  if (!status && !error) return <SkeletonBox height={HEIGHT} />;
  return (
    <div className="email-state">
      <p className="email-state__line">
        <b className="email-state__address">{email}</b>
        {status && (
          <Tag tone={status.verified ? 'good' : 'warn'}>{status.verified ? t`Confirmed` : t`Not confirmed yet`}</Tag>
        )}
      </p>
      {error && <p role="alert">{messageOf(error)}</p>}
      {status && !status.verified && (
        <>
          <p>{t`Follow the link in our mail to confirm it.`}</p>
          <div className="email-state__line">
            <Button size="small" onClick={() => resend.mutate()} loading={resend.isPending}>
              {t`Send again`}
            </Button>
            <SaveNote state={saveState(resend, false)} text={resend.isSuccess ? t`Sent` : undefined} />
          </div>
          {resend.isError && <p role="alert">{messageOf(resend.error)}</p>}
        </>
      )}
      {pending && (
        <p>
          <Trans>
            Waiting for you to follow the link that we sent to <b className="email-state__address">{pending}</b>.
          </Trans>
        </p>
      )}
    </div>
  );
}
