import type { RouterInputs, RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { t } from '@lingui/core/macro';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import type { ProductRow } from './product-row.ts';
import { stockChangeText } from './stock-changes.ts';

type Edit = RouterInputs['admin']['products']['editVariant'];
type Page = RouterOutputs['admin']['products']['list'];
export type SheetField = Edit['field'];

/** Saves one field of a variant in the list of products, whose rows stay where they are, whatever they are sorted by. */
export function useEditVariant(row: ProductRow) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showSaved = useSavedToast();
  const lists = trpc.admin.products.list.infiniteQueryFilter();

  function store(change: (row: ProductRow) => ProductRow) {
    client.setQueriesData<InfiniteData<Page>>(
      lists,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === row.id ? change(item) : item)),
          })),
        },
    );
  }

  /** Puts what the store has now in place of what the row showed. */
  function correct(id: number, field: SheetField, now: number) {
    store((current) => ({
      ...current,
      variants: current.variants.map((variant) => (variant.id === id ? { ...variant, [field]: now } : variant)),
    }));
  }

  const edit = useMutation(
    trpc.admin.products.editVariant.mutationOptions({
      // One after the other: each is compared with what the one before has left.
      scope: { id: 'edit-variant' },
      async onSuccess(saved, sent) {
        // A read that started before would put the earlier value back.
        await client.cancelQueries(lists);
        store(() => saved);
        const moved = sent.field === 'stock' ? stockChangeText([{ id: sent.id, stock: sent.after }], saved) : null;
        showSaved([t`${{ name: isolated(saved.name) }} saved`, moved].filter(Boolean).join('. '), 'product', saved);
        void client.invalidateQueries(trpc.admin.products.byId.queryFilter({ id: saved.id }));
        void client.invalidateQueries(trpc.catalog.pathFilter());
      },
    }),
  );
  return { save: edit.mutateAsync, saving: edit.isPending, correct };
}
