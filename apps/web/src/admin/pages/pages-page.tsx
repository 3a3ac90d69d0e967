import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { IconButton } from '@lantern/ui/icon-button';
import { SkeletonText } from '@lantern/ui/skeleton';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { pagePath } from '../../lib/paths.ts';
import { messageOf, trpcClient, useTRPC } from '../../lib/trpc.ts';
import { adminPagePath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { RemoveDialog } from '../shared/remove-dialog.tsx';
import { NewPageDialog } from './new-page-dialog.tsx';
import './pages-page.css';

type PageRow = RouterOutputs['admin']['pages']['list'][number];

/** The pages that admins write, in the order in which the footer has them. */
export function Component() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const pages = useQuery(trpc.admin.pages.list.queryOptions());
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<PageRow>();
  const add = (
    <Button
      variant="primary"
      size="small"
      icon={<Plus size="1.125rem" aria-hidden="true" />}
      onClick={() => setAdding(true)}
    >
      {t`New page`}
    </Button>
  );
  async function remove({ id }: PageRow) {
    const answer = await trpcClient.admin.pages.remove.mutate({ id });
    await client.invalidateQueries(trpc.pages.pathFilter());
    return answer;
  }
  return (
    <AdminPage title={t`Pages`} actions={pages.data && pages.data.length > 0 && add}>
      <p className="pages-page__intro">{t`What shoppers can read about the store: delivery, returns, contact, terms.`}</p>
      {pages.data ? (
        pages.data.length > 0 ? (
          <ul className="pages-page">
            {pages.data.map((page) => (
              <Row key={page.id} page={page} onRemove={() => setRemoving(page)} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t`No pages yet`} text={t`For example: Delivery, Returns, Contact.`} action={add} />
        )
      ) : pages.error ? (
        <ErrorState text={messageOf(pages.error)} onRetry={() => void pages.refetch()} retrying={pages.isFetching} />
      ) : (
        <SkeletonText lines={10} />
      )}
      {isAdding && <NewPageDialog onClose={() => setAdding(false)} />}
      {removing && (
        <RemoveDialog
          title={t`Remove ${{ name: isolated(removing.title) }}?`}
          text={t`Links to this page will lead nowhere.`}
          type="page"
          done={t`Page removed`}
          remove={() => remove(removing)}
          stale={trpc.admin.pages.pathFilter()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </AdminPage>
  );
}

function Row({ page, onRemove }: { page: PageRow; onRemove: () => void }) {
  const { id, title, slug, published, inFooter } = page;
  return (
    <li className="pages-page__row">
      <span className="pages-page__words">
        <Anchor href={adminPagePath(id)} className="pages-page__link">
          <bdi>{title}</bdi>
        </Anchor>
        <span className="pages-page__detail">{pagePath(slug)}</span>
      </span>
      {!published && <Tag>{t`Not published`}</Tag>}
      {!inFooter && <Tag>{t`Not in the footer`}</Tag>}
      <IconButton label={t`Remove ${{ name: isolated(title) }}`} onClick={onRemove}>
        <Trash2 size="1.125rem" aria-hidden="true" />
      </IconButton>
    </li>
  );
}
