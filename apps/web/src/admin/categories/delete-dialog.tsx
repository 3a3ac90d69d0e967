import { isolated } from '@lantern/text/isolated';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import type { Category } from './tree.ts';
import { useCategoryRefresh } from './use-category-refresh.ts';

/** Asks before a category is deleted, or explains why it can't be. */
export function DeleteDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const { id, name, productCount, children } = category;
  const refresh = useCategoryRefresh();
  const toast = useToast();
  const remove = useMutation(
    useTRPC().admin.categories.delete.mutationOptions({
      onSuccess: () => toast({ kind: 'success', text: t`${{ name: isolated(name) }} deleted` }),
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      async onSettled() {
        onClose();
        await refresh();
      },
    }),
  );
  if (productCount > 0 || children.length > 0) {
    return (
      <ConfirmDialog
        open
        title={t`${{ name: isolated(name) }} is not empty`}
        text={
          productCount > 0
            ? t`Only an empty category can be deleted. Move its products first.`
            : t`Only an empty category can be deleted. Move its categories first.`
        }
        confirmLabel={t`OK`}
        cancelLabel={t`Close`}
        onConfirm={onClose}
        onCancel={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      title={t`Delete ${{ name: isolated(name) }}?`}
      text={t`It's empty, so no products are affected. This can't be undone.`}
      confirmLabel={t`Delete`}
      cancelLabel={t`Keep it`}
      danger
      loading={remove.isPending}
      onConfirm={() => remove.mutate({ id })}
      onCancel={onClose}
    />
  );
}
