import { createPageInput } from '@lantern/api/admin/pages/schema';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { adminPagePath } from '../paths.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';

const titleInput = createPageInput.pick({ title: true });

/** Creates a page, which nobody else sees until it is written and published, and opens it. */
export function NewPageDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const navigate = useNavigate();
  const { field, refuse, problem, handleSubmit } = useSchemaForm(titleInput, { title: '' });
  const create = useMutation(
    trpc.admin.pages.create.mutationOptions({
      async onSuccess(page) {
        onClose();
        saved(t`Page created`, 'page', page);
        await client.invalidateQueries(trpc.admin.pages.pathFilter());
        await navigate(adminPagePath(page.id));
      },
      onError: refuse,
    }),
  );
  const submit = handleSubmit(({ title }) => create.mutate({ title, markdown: '', inFooter: true, published: false }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`New page`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onClick={submit} loading={create.isPending}>
            {t`Create`}
          </Button>
        </>
      }
    >
      <Form label={t`Page`} onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField label={t`Title`} autoComplete="off" {...field('title')} />
      </Form>
    </Dialog>
  );
}
