import { createPageInput } from '@lantern/api/admin/pages/schema';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
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
        saved('Page created', 'page', page);
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
      title="New page"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={submit} loading={create.isPending}>
            Create
          </Button>
        </>
      }
    >
      <Form label="Page" onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField label="Title" autoComplete="off" {...field('title')} />
      </Form>
    </Dialog>
  );
}
