import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { apiError, useTRPC } from '../../lib/trpc.ts';
import { adminPagesPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { NotLoaded } from '../shared/not-loaded.tsx';
import { PageEditor } from './page-editor.tsx';

/** One of the pages that admins write. */
export function Component() {
  const id = Number(useParams().id);
  const query = useQuery(useTRPC().admin.pages.byId.queryOptions({ id }));
  const { data, error } = query;
  const above = <BackLink href={adminPagesPath}>{t`Pages`}</BackLink>;
  const isUnknown = ['NOT_FOUND', 'BAD_REQUEST'].includes(apiError(error)?.code ?? '');
  if (data && !isUnknown) return <PageEditor key={data.id} page={data} above={above} />;
  return (
    <AdminPage title={t`Page`} above={above}>
      <NotLoaded
        query={query}
        unknown={
          isUnknown && (
            <EmptyState
              title={t`There is no such page`}
              text={t`It may have been removed.`}
              action={<Button href={adminPagesPath}>{t`All pages`}</Button>}
            />
          )
        }
      />
    </AdminPage>
  );
}
