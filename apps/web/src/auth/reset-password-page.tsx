import { resetPasswordInput } from '@lantern/api/auth/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { PasswordField } from '@lantern/ui/password-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { forgotPasswordPath, loginPath } from '../lib/paths.ts';
import { apiError, useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { useTitle } from '../page/use-title.ts';
import { AuthCard } from './auth-frame.tsx';
import { Outcome } from './outcome.tsx';
import { useMailedLink } from './use-mailed-link.ts';
import { useMe, useNoticeLogout } from './use-me.ts';

const newPasswordInput = resetPasswordInput.omit({ token: true });

export function Component() {
  useTitle(t`Choose a new password`);
  const { token } = useMailedLink();
  const { data: user } = useMe();
  const noticeLogout = useNoticeLogout();
  const { field, handleSubmit, refuse, problem } = useSchemaForm(newPasswordInput, { newPassword: '' });
  const reset = useMutation(useTRPC().auth.resetPassword.mutationOptions({ onSuccess: noticeLogout, onError: refuse }));

  if (reset.isSuccess) {
    return (
      <Outcome title={t`Your new password is set`} text={t`For your safety you have been logged out on every device.`}>
        <Button variant="primary" href={loginPath('/')}>
          {t`Log in`}
        </Button>
      </Outcome>
    );
  }
  if (token === '' || apiError(reset.error)?.reason === 'token_invalid') {
    return (
      <Outcome
        title={t`This link no longer works`}
        text={t`A link works once, for an hour, and only the newest one does. Your password is as it was, unless you have already changed it.`}
      >
        <Button variant="primary" href={forgotPasswordPath}>
          {t`Send a new link`}
        </Button>
        {user ? <Button href="/">{t`Back to the store`}</Button> : <Button href={loginPath('/')}>{t`Log in`}</Button>}
      </Outcome>
    );
  }
  return (
    <AuthCard
      title={t`Choose a new password`}
      intro={t`This logs you out on every device. Then log in with the new one.`}
      other={
        <Trans>
          Remembered the old one?{' '}
          <Link to={loginPath('/')} className="auth-frame__link">
            Log in
          </Link>
        </Trans>
      }
    >
      <Form
        onSubmit={handleSubmit(({ newPassword }) => reset.mutate({ token, newPassword }))}
        label={t`Choose a new password`}
      >
        <FormError>{problem}</FormError>
        <PasswordField
          label={t`New password`}
          autoComplete="new-password"
          hint={t`8 characters or more: a few words work well.`}
          {...field('newPassword')}
        />
        <FormActions>
          <Button variant="primary" type="submit" fluid loading={reset.isPending}>
            {t`Set new password`}
          </Button>
        </FormActions>
      </Form>
    </AuthCard>
  );
}
