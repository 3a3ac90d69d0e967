import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { Moment } from '@lantern/ui/moment';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { apiError, messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminMailsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { type AdminMail, MailPreview } from './mail-preview.tsx';
import { MailStatusLabel } from './mail-status-label.tsx';
import { ResendButton } from './resend-button.tsx';
import './mail-page.css';

/** How often a mail is looked at that waits to be sent. */
const WAITING_MS = 2000;

/** One mail: what became of it, and what it says. */
export function Component() {
  const id = Number(useParams().id);
  const { data, error, refetch, isFetching } = useQuery(
    useTRPC().admin.mail.preview.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === 'queued' ? WAITING_MS : false) },
    ),
  );
  const above = <BackLink href={adminMailsPath}>Mails</BackLink>;
  if (data) return <MailPage mail={data} above={above} />;
  // An id that is not a number is a bad request, an unknown one is not found.
  const unknown = ['NOT_FOUND', 'BAD_REQUEST'].includes(apiError(error)?.code ?? '');
  return (
    <AdminPage title="Mail" above={above}>
      {unknown ? (
        <EmptyState
          title="This mail does not exist"
          text="Mails are kept for 90 days after they were sent."
          action={<Button href={adminMailsPath}>All mails</Button>}
        />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <>
          <SkeletonText lines={2} />
          <SkeletonBox height={480} />
        </>
      )}
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
        <span className="mail-page__to">To {to}</span>
        <Moment at={at} />
      </p>
      {error && (
        <p className="mail-page__error">
          {status === 'queued' ? 'The last attempt failed, and it is tried again' : 'It could not be sent'}: {error}
        </p>
      )}
      <MailPreview mail={mail} />
    </AdminPage>
  );
}
