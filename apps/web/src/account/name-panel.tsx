import { profileInput } from '@lantern/api/account/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { SaveNote } from '@lantern/ui/save-note';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useUser } from '../auth/require-user.tsx';
import { storeAnswer } from '../lib/store-answer.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { saveState } from './save-state.ts';

/** The name on the account. */
export function NamePanel() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { name } = useUser();
  const { field, handleSubmit, refuse, reset, problem, formState } = useSchemaForm(profileInput, { name }, { name });
  const save = useMutation(
    trpc.account.updateProfile.mutationOptions({
      async onSuccess(user, input) {
        await storeAnswer(client, trpc.auth.me.queryKey(), user);
        reset(input, { keepValues: true });
      },
      onError: refuse,
    }),
  );
  return (
    <Panel title={t`Name`}>
      <Form onSubmit={handleSubmit((input) => save.mutate(input))} label={t`Name`}>
        <FormError>{problem}</FormError>
        <TextField label={t`Name`} autoComplete="name" {...field('name')} />
        <FormActions>
          <Button variant="primary" type="submit" loading={save.isPending}>
            {t`Save name`}
          </Button>
          <SaveNote state={saveState(save, formState.isDirty)} />
        </FormActions>
      </Form>
    </Panel>
  );
}
