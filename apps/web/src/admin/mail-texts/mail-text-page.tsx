import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTRPC } from '../../lib/trpc.ts';
import { adminMailTextsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { NotLoaded } from '../shared/not-loaded.tsx';
import { MailTextEditor } from './mail-text-editor.tsx';

/** The words of the mails of one kind. */
export function Component() {
  const { kind } = useParams();
  const query = useQuery(useTRPC().admin.mail.texts.queryOptions());
  const text = query.data?.find((one) => one.kind === kind);
  const above = <BackLink href={adminMailTextsPath}>{t`Texts of mails`}</BackLink>;
  if (text) return <MailTextEditor key={text.kind} text={text} above={above} />;
  return (
    <AdminPage title={t`Text of a mail`} above={above}>
      <NotLoaded
        query={query}
        unknown={
          query.data && (
            <EmptyState
              title={t`There is no such mail`}
              text={t`The store does not send mails of this kind.`}
              action={<Button href={adminMailTextsPath}>{t`All texts`}</Button>}
            />
          )
        }
      />
    </AdminPage>
  );
}
