import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonText } from '@lantern/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { AdminPage } from '../kit/admin-page.tsx';
import { CategoryBranch } from './category-branch.tsx';
import { CategoryDialog, type Editing } from './category-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import type { Category } from './tree.ts';
import './categories-page.css';

/** The shelves of the shop, as a tree. */
export function Component() {
  const tree = useQuery(useTRPC().admin.categories.list.queryOptions());
  const [editing, setEditing] = useState<Editing>();
  const [deleting, setDeleting] = useState<Category>();
  const add = (
    <Button variant="primary" size="small" icon={<Plus size={18} aria-hidden="true" />} onClick={() => setEditing({})}>
      New category
    </Button>
  );
  return (
    <AdminPage title="Categories" actions={tree.data && tree.data.length > 0 && add}>
      {tree.data ? (
        tree.data.length > 0 ? (
          <div className="categories-page">
            <CategoryBranch categories={tree.data} onEdit={setEditing} onDelete={setDeleting} />
          </div>
        ) : (
          <EmptyState title="No categories yet" text="Shoppers use categories to browse the store." action={add} />
        )
      ) : tree.error ? (
        <ErrorState text={messageOf(tree.error)} onRetry={() => void tree.refetch()} retrying={tree.isFetching} />
      ) : (
        <SkeletonText lines={10} />
      )}
      {editing && <CategoryDialog tree={tree.data ?? []} editing={editing} onClose={() => setEditing(undefined)} />}
      {deleting && <DeleteDialog category={deleting} onClose={() => setDeleting(undefined)} />}
    </AdminPage>
  );
}
