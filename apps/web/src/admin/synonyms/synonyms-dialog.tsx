import { saveSynonymsInput } from '@lantern/api/admin/synonyms/schema';
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

/** One line of words separated by commas. */
const schema = z.object({
  words: z.string().transform((line, { addIssue }) => {
    const words = line.split(',').flatMap((word) => word.trim() || []);
    const parsed = saveSynonymsInput.shape.words.safeParse(words);
    if (parsed.success) return parsed.data;
    addIssue({ code: 'custom', message: parsed.error.issues[0]?.message });
    return z.NEVER;
  }),
});

interface SynonymsDialogProps {
  /** Left out for a new group. */
  group: { id: number; words: string[] } | undefined;
  onClose: () => void;
}

/** Creates or edits a group of synonyms. */
export function SynonymsDialog({ group, onClose }: SynonymsDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const { field, refuse, problem, handleSubmit } = useSchemaForm(schema, { words: group?.words.join(', ') ?? '' });
  const save = useMutation(
    trpc.admin.synonyms.save.mutationOptions({
      async onSuccess(answer) {
        onClose();
        saved(t`Synonyms saved`, 'synonym', answer);
        await client.invalidateQueries(trpc.admin.synonyms.pathFilter());
      },
      async onError(error) {
        refuse(error);
        // Opened again, it shows what somebody else has made of it.
        await client.invalidateQueries(trpc.admin.synonyms.pathFilter());
      },
    }),
  );
  const submit = handleSubmit(({ words }) => save.mutate({ id: group?.id, words, before: group?.words }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={group ? t`Edit synonyms` : t`New group of synonyms`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onClick={submit} loading={save.isPending}>
            {t`Save`}
          </Button>
        </>
      }
    >
      <Form label={t`Synonyms`} onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField
          label={t`Words`}
          hint={t`Separate with commas: sofa, couch`}
          autoComplete="off"
          {...field('words')}
        />
      </Form>
    </Dialog>
  );
}
