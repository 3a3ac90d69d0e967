import { registerInput } from '@lantern/api/auth/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { PasswordField } from '@lantern/ui/password-field';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { loginPath } from '../lib/paths.ts';
import { apiError, useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { useTitle } from '../page/use-title.ts';
import { AuthFrame, useNext } from './auth-frame.tsx';
import { useSetMe } from './use-me.ts';

export function Component() {
  useTitle(t`Create an account`);
  const setMe = useSetMe();
  const next = useNext();
  const { field, handleSubmit, refuse, problem } = useSchemaForm(registerInput, { name: '', email: '', password: '' });
  const register = useMutation(
    useTRPC().auth.register.mutationOptions({ onSuccess: ({ user }) => setMe(user), onError: refuse }),
  );
  const known = apiError(register.error)?.reason === 'email_taken';
  return (
    <AuthFrame
      title={t`Create an account`}
      intro={t`It takes a minute.`}
      other={
        <Trans>
          Already have an account?{' '}
          <Link to={loginPath(next)} replace className="auth-frame__link">
            Log in
          </Link>
        </Trans>
      }
    >
      <Form onSubmit={handleSubmit((input) => register.mutate(input))} label={t`Create an account`}>
        <FormError>
          {problem ??
            (known && (
              <Trans>
                Is this you?{' '}
                <Link to={loginPath(next)} replace>
                  Log in instead
                </Link>
                .
              </Trans>
            ))}
        </FormError>
        <TextField label={t`Name`} autoComplete="name" {...field('name')} />
        <TextField label={t`Email`} type="email" autoComplete="username" inputMode="email" {...field('email')} />
        <PasswordField
          label={t`Password`}
          autoComplete="new-password"
          hint={t`8 characters or more: a few words work well.`}
          {...field('password')}
        />
        <FormActions>
          <Button variant="primary" type="submit" fluid loading={register.isPending}>
            {t`Create account`}
          </Button>
        </FormActions>
      </Form>
    </AuthFrame>
  );
}
