import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { apiError, messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminPagesPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { PageEditor } from './page-editor.tsx';

/** One of the pages that admins write. */
export function Component() {
  const id = Number(useParams().id);
  const { data, error, refetch, isFetching } = useQuery(useTRPC().admin.pages.byId.queryOptions({ id }));
  const above = <BackLink href={adminPagesPath}>Pages</BackLink>;
  const isUnknown = ['NOT_FOUND', 'BAD_REQUEST'].includes(apiError(error)?.code ?? '');
  if (data && !isUnknown) return <PageEditor key={data.id} page={data} above={above} />;
  return (
    <AdminPage title="Page" above={above}>
      {isUnknown ? (
        <EmptyState
          title="There is no such page"
          text="It may have been removed."
          action={<Button href={adminPagesPath}>All pages</Button>}
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
