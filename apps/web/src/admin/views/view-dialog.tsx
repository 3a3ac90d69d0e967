import { type ViewedList, viewName } from '@lantern/api/admin/views/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';

type View = RouterOutputs['admin']['views']['list'][number];

const schema = z.object({ name: viewName });

interface ViewDialogProps {
  list: ViewedList;
  /** The filters to keep. */
  query: string;
  /** The view to rename; left out for a new one. */
  view?: View;
  /** Those there are: a new one with the name of one of them replaces it. */
  views: View[];
  onClose: () => void;
}

/** Asks for the name of a view. */
export function ViewDialog({ list, query, view, views, onClose }: ViewDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const { field, refuse, problem, handleSubmit, watch } = useSchemaForm(schema, { name: view?.name ?? '' });
  const name = watch('name').trim();
  const replaced = view ? undefined : views.find((other) => other.name === name);
  const save = useMutation(
    trpc.admin.views.save.mutationOptions({
      onSuccess(answer) {
        onClose();
        saved(view ? t`View renamed` : t`View saved`, 'view', answer);
        return client.invalidateQueries(trpc.admin.views.pathFilter());
      },
      onError: refuse,
    }),
  );
  const submit = handleSubmit((values) => save.mutate({ id: view?.id ?? replaced?.id, list, query, ...values }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={view ? t`Rename view` : t`Save view`}
      text={view ? undefined : t`The filters that are on, under a name. Only you see your views.`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onClick={submit} loading={save.isPending}>
            {replaced ? t`Replace` : t`Save`}
          </Button>
        </>
      }
    >
      <Form label={t`View`} onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField
          label={t`Name`}
          hint={replaced ? t`You have a view with this name. It gets these filters.` : undefined}
          autoComplete="off"
          {...field('name')}
        />
      </Form>
    </Dialog>
  );
}
