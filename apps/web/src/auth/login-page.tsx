import { loginInput } from '@lantern/api/auth/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { PasswordField } from '@lantern/ui/password-field';
import { TextField } from '@lantern/ui/text-field';
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
  useTitle('Log in');
  const setMe = useSetMe();
  const next = useNext();
  const { email } = useMailedLink();
  const { field, handleSubmit, refuse, problem, watch } = useSchemaForm(loginInput, { email, password: '' });
  const login = useMutation(
    useTRPC().auth.login.mutationOptions({ onSuccess: ({ user }) => setMe(user), onError: refuse }),
  );
  return (
    <AuthFrame
      title="Log in"
      intro="See your orders and check out faster."
      other={
        <>
          New here?{' '}
          <Link to={registerPath(next)} replace className="auth-frame__link">
            Create an account
          </Link>
        </>
      }
    >
      <Form onSubmit={handleSubmit((input) => login.mutate(input))} label="Log in">
        <FormError>{problem}</FormError>
        <TextField label="Email" type="email" autoComplete="username" inputMode="email" {...field('email')} />
        <PasswordField label="Password" autoComplete="current-password" {...field('password')} />
        <Link to={forgotPasswordPath} state={{ email: watch('email') }} className="auth-frame__aside">
          Forgot your password?
        </Link>
        <FormActions>
          <Button variant="primary" type="submit" fluid loading={login.isPending}>
            Log in
          </Button>
        </FormActions>
      </Form>
    </AuthFrame>
  );
}
