import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { apiError, useTRPC } from '../../lib/trpc.ts';
import { adminMailsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { NotLoaded } from '../shared/not-loaded.tsx';
import { type AdminMail, MailPreview } from './mail-preview.tsx';
import { MailStatusLabel } from './mail-status-label.tsx';
import { ResendButton } from './resend-button.tsx';
import './mail-page.css';

/** How often a mail is looked at that waits to be sent. */
const WAITING_MS = 2000;

/** One mail: what became of it, and what it says. */
export function Component() {
  const id = Number(useParams().id);
  const query = useQuery(
    useTRPC().admin.mail.preview.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === 'queued' ? WAITING_MS : false) },
    ),
  );
  const { data, error } = query;
  const above = <BackLink href={adminMailsPath}>{t`Mails`}</BackLink>;
  if (data) return <MailPage mail={data} above={above} />;
  // An id that is not a number is a bad request, an unknown one is not found.
  const unknown = ['NOT_FOUND', 'BAD_REQUEST'].includes(apiError(error)?.code ?? '');
  return (
    <AdminPage title={t`Mail`} above={above}>
      <NotLoaded
        query={query}
        unknown={
          unknown && (
            <EmptyState
              title={t`This mail does not exist`}
              text={t`Mails are kept for 90 days after they were sent.`}
              action={<Button href={adminMailsPath}>{t`All mails`}</Button>}
            />
          )
        }
      />
    </AdminPage>
  );
}

function MailPage({ mail, above }: { mail: AdminMail; above: JSX.Element }) {
  const { id, subject, to, status, at, error, isPrivate } = mail;
  return (
    <AdminPage
      title={subject}
      above={above}
      actions={!isPrivate && status !== 'queued' && <ResendButton id={id} to={to} />}
    >
      <p className="mail-page__intro">
        <MailStatusLabel status={status} />
        <span className="mail-page__to">{t`To ${to}`}</span>
        <Moment at={at} />
      </p>
      {error && (
        <p className="mail-page__error">
          {status === 'queued'
            ? t`The last attempt failed, and it is tried again: ${error}`
            : t`It could not be sent: ${error}`}
        </p>
      )}
      <MailPreview mail={mail} />
    </AdminPage>
  );
}
