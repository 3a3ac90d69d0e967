import { ErrorState } from '@lantern/ui/error-state';
import { RowList, RowListItem } from '@lantern/ui/row-list';
import { SkeletonText } from '@lantern/ui/skeleton';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminMailsPath, adminMailTextPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { languageNote } from './language-note.ts';
import { mailKindName, mailOccasion } from './mail-kind-words.ts';
import './mail-texts-page.css';

/** The kinds of mail that the store sends, and whether an admin has worded them. */
export function Component() {
  const { data, error, refetch, isFetching } = useQuery(useTRPC().admin.mail.texts.queryOptions());
  return (
    <AdminPage title={t`Texts of mails`} above={<BackLink href={adminMailsPath}>{t`Mails`}</BackLink>}>
      <p className="mail-texts-page__intro">
        {t`What the store writes to customers. A change counts for every mail that is sent from then on.`}{' '}
        {languageNote()}
      </p>
      {data ? (
        <RowList>
          {data.map(({ kind, isOwn, texts, ...words }) => (
            <RowListItem
              key={kind}
              href={adminMailTextPath(kind)}
              title={mailKindName({ kind, ...words })}
              detail={mailOccasion({ kind, ...words })}
              label={[isOwn, ...Object.values(texts).map((own) => own.isOwn)].some(Boolean) && <Tag>{t`Changed`}</Tag>}
            />
          ))}
        </RowList>
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonText lines={15} />
      )}
    </AdminPage>
  );
}
