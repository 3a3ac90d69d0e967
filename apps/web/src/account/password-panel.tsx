import { changePasswordInput } from '@lantern/api/account/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { PasswordField } from '@lantern/ui/password-field';
import { SaveNote } from '@lantern/ui/save-note';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useUser } from '../auth/require-user.tsx';
import { forgotPasswordPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { saveState } from './save-state.ts';

/** Sets a new password, which ends the user's other sessions. */
export function PasswordPanel() {
  const { email } = useUser();
  const { field, handleSubmit, refuse, reset, problem, formState } = useSchemaForm(changePasswordInput, {
    currentPassword: '',
    newPassword: '',
  });
  const change = useMutation(
    useTRPC().account.changePassword.mutationOptions({ onSuccess: () => reset(), onError: refuse }),
  );
  return (
    <Panel title={t`Password`} intro={t`Changing it logs you out on your other devices.`}>
      <Form onSubmit={handleSubmit((input) => change.mutate(input))} label={t`Password`}>
        <FormError>{problem}</FormError>
        {/* For password managers: which account this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label={t`Current password`} autoComplete="current-password" {...field('currentPassword')} />
        <PasswordField
          label={t`New password`}
          autoComplete="new-password"
          hint={t`8 characters or more.`}
          {...field('newPassword')}
        />
        <FormActions>
          <Button variant="primary" type="submit" loading={change.isPending}>
            {t`Change password`}
          </Button>
          <SaveNote state={saveState(change, formState.isDirty)} text={change.isSuccess ? t`Changed` : undefined} />
        </FormActions>
        <p className="account-page__aside">
          <Link to={forgotPasswordPath} state={{ email }}>
            {t`Forgot your current password?`}
          </Link>
        </p>
      </Form>
    </Panel>
  );
}
