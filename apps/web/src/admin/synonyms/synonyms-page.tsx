import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { IconButton } from '@lantern/ui/icon-button';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { messageOf, trpcClient, useTRPC } from '../../lib/trpc.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { RemoveDialog } from '../shared/remove-dialog.tsx';
import { SynonymsDialog } from './synonyms-dialog.tsx';
import './synonyms-page.css';

type Group = RouterOutputs['admin']['synonyms']['list'][number];

/** Words that shoppers use for the same product. */
export function Component() {
  const trpc = useTRPC();
  const groups = useQuery(trpc.admin.synonyms.list.queryOptions());
  const [editing, setEditing] = useState<Group | 'new'>();
  const [removing, setRemoving] = useState<Group>();
  const add = (
    <Button
      variant="primary"
      size="small"
      icon={<Plus size="1.125rem" aria-hidden="true" />}
      onClick={() => setEditing('new')}
    >
      {t`New group`}
    </Button>
  );
  return (
    <AdminPage title={t`Search synonyms`} actions={groups.data && groups.data.length > 0 && add}>
      <p className="synonyms-page__intro">
        {t`Words that mean the same thing. Searching for one also finds products named with the others.`}
      </p>
      {groups.data ? (
        groups.data.length > 0 ? (
          <ul className="synonyms-page">
            {groups.data.map((group) => (
              <GroupRow
                key={group.id}
                group={group}
                onEdit={() => setEditing(group)}
                onRemove={() => setRemoving(group)}
              />
            ))}
          </ul>
        ) : (
          <EmptyState title={t`No synonyms yet`} text={t`For example: sofa, couch, settee.`} action={add} />
        )
      ) : groups.error ? (
        <ErrorState text={messageOf(groups.error)} onRetry={() => void groups.refetch()} retrying={groups.isFetching} />
      ) : (
        <SkeletonText lines={10} />
      )}
      {editing && (
        <SynonymsDialog group={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {removing && (
        <RemoveDialog
          title={t`Remove these synonyms?`}
          text={t`${{ words: wordsText(removing) }}: searching for one will no longer find the others.`}
          type="synonym"
          done={t`Synonyms removed`}
          remove={() => trpcClient.admin.synonyms.remove.mutate({ id: removing.id })}
          stale={trpc.admin.synonyms.pathFilter()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </AdminPage>
  );
}

interface GroupRowProps {
  group: Group;
  onEdit: () => void;
  onRemove: () => void;
}

function GroupRow({ group, onEdit, onRemove }: GroupRowProps) {
  const [first = ''] = group.words;
  return (
    <li className="synonyms-page__row">
      <span className="synonyms-page__words">{wordsText(group)}</span>
      <IconButton label={t`Edit ${{ name: first }}`} onClick={onEdit}>
        <Pencil size="1.125rem" aria-hidden="true" />
      </IconButton>
      <IconButton label={t`Remove ${{ name: first }}`} onClick={onRemove}>
        <Trash2 size="1.125rem" aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function wordsText({ words }: Group): string {
  return words.map(isolated).join(', ');
}
