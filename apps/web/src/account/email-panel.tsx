import { changeEmailInput } from '@lantern/api/account/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { PasswordField } from '@lantern/ui/password-field';
import { SaveNote } from '@lantern/ui/save-note';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { EmailState } from './email-state.tsx';
import { saveState } from './save-state.ts';

/** The address of the account: whether it is confirmed, and how to change it. */
export function EmailPanel() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { field, handleSubmit, refuse, reset, problem, formState } = useSchemaForm(changeEmailInput, {
    newEmail: '',
    password: '',
  });
  const change = useMutation(
    trpc.account.changeEmail.mutationOptions({
      async onSuccess() {
        reset();
        await client.invalidateQueries(trpc.account.email.queryFilter());
      },
      onError: refuse,
    }),
  );
  return (
    <Panel title={t`Email`}>
      <EmailState />
      <Form onSubmit={handleSubmit((input) => change.mutate(input))} label={t`Email`}>
        <FormError>{problem}</FormError>
        <TextField
          label={t`New email`}
          type="email"
          autoComplete="email"
          inputMode="email"
          hint={t`It counts once you follow the link that we send there.`}
          {...field('newEmail')}
        />
        <PasswordField label={t`Password`} autoComplete="current-password" {...field('password')} />
        <FormActions>
          <Button variant="primary" type="submit" loading={change.isPending}>
            {t`Change email`}
          </Button>
          <SaveNote state={saveState(change, formState.isDirty)} text={change.isSuccess ? t`Link sent` : undefined} />
        </FormActions>
      </Form>
    </Panel>
  );
}
