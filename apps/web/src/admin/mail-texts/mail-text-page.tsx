import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminMailTextsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { MailTextEditor } from './mail-text-editor.tsx';

/** The words of the mails of one kind. */
export function Component() {
  const { kind } = useParams();
  const { data, error, refetch, isFetching } = useQuery(useTRPC().admin.mail.texts.queryOptions());
  const text = data?.find((one) => one.kind === kind);
  const above = <BackLink href={adminMailTextsPath}>Texts of mails</BackLink>;
  if (text) return <MailTextEditor key={text.kind} text={text} above={above} />;
  return (
    <AdminPage title="Text of a mail" above={above}>
      {data ? (
        <EmptyState
          title="There is no such mail"
          text="The store does not send mails of this kind."
          action={<Button href={adminMailTextsPath}>All texts</Button>}
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
