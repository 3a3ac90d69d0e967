import { isolated } from '@lantern/text/isolated';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { storeAnswer } from '../../lib/store-answer.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { hasReason } from '../shared/conflicts.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { type AdminPageData, pageForm, typedOf } from './page-form.ts';

/**
 * The form of a page, and how it is saved. It starts from the server's latest version, and follows it as long as nothing
 * has been edited.
 */
export function usePageForm(page: AdminPageData) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const [base, setBase] = useState(page);
  const form = useSchemaForm(pageForm, typedOf(page));
  const { reset, refuse, handleSubmit } = form;
  const { isDirty } = form.formState;
  const { id, version } = base;

  const save = useMutation(
    trpc.admin.pages.update.mutationOptions({
      async onSuccess(answer) {
        setBase(answer);
        reset(typedOf(answer));
        saved(t`${{ name: isolated(answer.title) }} saved`, 'page', answer);
        await storeAnswer(client, trpc.admin.pages.byId.queryKey({ id }), answer);
        void client.invalidateQueries(trpc.pages.pathFilter());
        await client.invalidateQueries(trpc.admin.pages.list.pathFilter());
      },
      async onError(error) {
        refuse(error);
        // Once the changes are discarded, the form shows what somebody else has made of it.
        if (hasReason(error, 'version_conflict')) await client.invalidateQueries(trpc.admin.pages.byId.pathFilter());
      },
    }),
  );

  useEffect(() => {
    if (page.version === base.version || isDirty) return;
    setBase(page);
    reset(typedOf(page));
  }, [page, base, isDirty, reset]);

  return { ...form, saving: save.isPending, submit: handleSubmit((fields) => save.mutate({ id, version, ...fields })) };
}
