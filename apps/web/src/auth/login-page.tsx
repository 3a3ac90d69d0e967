import { loginInput } from '@lantern/api/auth/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { PasswordField } from '@lantern/ui/password-field';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { forgotPasswordPath, registerPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { useTitle } from '../page/use-title.ts';
import { AuthFrame, useNext } from './auth-frame.tsx';
import { useMailedLink } from './use-mailed-link.ts';
import { useSetMe } from './use-me.ts';

export function Component() {
  useTitle(t`Log in`);
  const setMe = useSetMe();
  const next = useNext();
  const { email } = useMailedLink();
  const { field, handleSubmit, refuse, problem, watch } = useSchemaForm(loginInput, { email, password: '' });
  const login = useMutation(
    useTRPC().auth.login.mutationOptions({ onSuccess: ({ user }) => setMe(user), onError: refuse }),
  );
  return (
    <AuthFrame
      title={t`Log in`}
      intro={t`See your orders and check out faster.`}
      other={
        <Trans>
          New here?{' '}
          <Link to={registerPath(next)} replace className="auth-frame__link">
            Create an account
          </Link>
        </Trans>
      }
    >
      <Form onSubmit={handleSubmit((input) => login.mutate(input))} label={t`Log in`}>
        <FormError>{problem}</FormError>
        <TextField label={t`Email`} type="email" autoComplete="username" inputMode="email" {...field('email')} />
        <PasswordField label={t`Password`} autoComplete="current-password" {...field('password')} />
        <Link to={forgotPasswordPath} state={{ email: watch('email') }} className="auth-frame__aside">
          {t`Forgot your password?`}
        </Link>
        <FormActions>
          <Button variant="primary" type="submit" fluid loading={login.isPending}>
            {t`Log in`}
          </Button>
        </FormActions>
      </Form>
    </AuthFrame>
  );
}
