import { isolated } from '@lantern/text/isolated';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { storeAnswer } from '../../lib/store-answer.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { hasReason } from '../shared/conflicts.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { draftOf, type Product, type ProductDraft, updateInput } from './draft.ts';
import { mayBeSold, rebaseDraft, stockChangesUnder, stockChangeText } from './stock-changes.ts';
import type { Side } from './three-way.ts';
import { useProductForm } from './use-product-form.ts';

/** Someone else saved first: the version both started from, this form, and what the store has now. */
export interface ProductConflict {
  versions: Record<'base' | Side, ProductDraft>;
  /** Whether stock may have changed through sales, and not only by edits. */
  sold: boolean;
  /** The version a merged draft is saved on top of. */
  current: Product;
}

/**
 * The form of an existing product, and how it is saved. It starts from the server's latest version, and follows it as
 * long as nothing has been edited.
 */
export function useSaveProduct(product: Product) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const showSaved = useSavedToast();
  const [base, setBase] = useState(product);
  const [conflict, setConflict] = useState<ProductConflict | null>(null);
  const { form, refuse } = useProductForm(draftOf(product));
  const { isDirty } = form.formState;

  const save = useMutation(
    trpc.admin.products.update.mutationOptions({
      async onSuccess(saved, sent) {
        const moved = stockChangeText(sent.variants ?? base.variants, saved);
        await storeAnswer(client, trpc.admin.products.byId.queryKey({ id: saved.id }), saved);
        startFrom(saved);
        if (saved.updatedAt !== base.updatedAt)
          showSaved([t`${{ name: isolated(saved.name) }} saved`, moved].filter(Boolean).join('. '), 'product', saved);
        else toast({ kind: 'info', text: moved ?? t`Nothing to change` });
        void client.invalidateQueries(trpc.admin.products.list.pathFilter());
        void client.invalidateQueries(trpc.catalog.pathFilter());
      },
    }),
  );

  function startFrom(current: Product) {
    setBase(current);
    form.reset(draftOf(current));
  }

  useEffect(() => {
    if (product === base || isDirty) return;
    setBase(product);
    form.reset(draftOf(product));
  }, [product, base, isDirty, form]);

  async function submit(began: Product, draft: ProductDraft) {
    try {
      await save.mutateAsync(updateInput(began, draft));
    } catch (error) {
      if (hasReason(error, 'version_conflict')) await compare(began, draft);
      else if (hasReason(error, 'out_of_stock')) await showSales(began, draft, error);
      else refuse(error);
    }
  }

  const read = (id: number) =>
    client.fetchQuery(trpc.admin.products.byId.queryOptions({ id }, { staleTime: 0 })).catch(refuse);

  /**
   * More was sold than the edit leaves: the form continues from the current stock, since the same number would be
   * refused again.
   */
  async function showSales(began: Product, mine: ProductDraft, error: unknown) {
    const current = await read(began.id);
    if (!current) return;
    if (current.updatedAt !== began.updatedAt) return showConflict(began, mine, current);
    startFrom(current);
    form.reset(rebaseDraft(current, began, mine), { keepDefaultValues: true });
    refuse(error);
    for (const { index, moved } of stockChangesUnder(current, began, mine)) {
      form.setError(`variants.${index}.stock`, {
        type: 'server',
        message: t`${moved}. Save again to keep your number.`,
      });
    }
  }

  async function compare(began: Product, mine: ProductDraft) {
    const current = await read(began.id);
    if (current) showConflict(began, mine, current);
  }

  function showConflict(began: Product, mine: ProductDraft, current: Product) {
    const versions = { base: draftOf(began), mine, theirs: draftOf(current) };
    setConflict({ versions, sold: mayBeSold(began, current), current });
  }

  /** Saves the merged draft; the form shows it in case the server refuses it. */
  function saveMerged({ current }: ProductConflict, merged: ProductDraft) {
    setConflict(null);
    startFrom(current);
    form.reset(merged, { keepDefaultValues: true });
    return submit(current, merged);
  }

  return {
    form,
    base,
    isDirty,
    saving: save.isPending,
    save: (draft: ProductDraft) => submit(base, draft),
    conflict,
    saveMerged,
    dropConflict: () => setConflict(null),
  };
}
