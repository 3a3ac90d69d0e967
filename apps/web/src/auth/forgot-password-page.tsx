import { requestResetInput } from '@lantern/api/auth/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { loginPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { useTitle } from '../page/use-title.ts';
import { AuthCard } from './auth-frame.tsx';
import { Outcome } from './outcome.tsx';
import { useMailedLink } from './use-mailed-link.ts';

/** The address that was typed on the page before, or is in the link that was followed. */
function useTypedEmail(): string {
  const { state }: { state: unknown } = useLocation();
  const { email } = useMailedLink();
  return typeof state === 'object' && state && 'email' in state && typeof state.email === 'string'
    ? state.email
    : email;
}

export function Component() {
  useTitle(t`Forgot your password?`);
  const email = useTypedEmail();
  const { field, handleSubmit, refuse, problem } = useSchemaForm(requestResetInput, { email });
  const request = useMutation(useTRPC().auth.requestPasswordReset.mutationOptions({ onError: refuse }));

  if (request.isSuccess) {
    const asked = request.variables.email;
    return (
      <Outcome
        title={t`Check your email`}
        text={
          <Trans>
            If <b>{asked}</b> has an account with us, a link is on its way. It works once, for an hour. Nothing there?
            Look in your spam folder, or try another address.
          </Trans>
        }
      >
        <Button variant="primary" href={loginPath('/')}>
          {t`Back to login`}
        </Button>
        <Button onClick={() => request.reset()}>{t`Try again`}</Button>
      </Outcome>
    );
  }
  return (
    <AuthCard
      title={t`Forgot your password?`}
      intro={t`Enter your email, and we'll send you a link to set a new one.`}
      other={
        <Trans>
          Remembered it?{' '}
          <Link to={loginPath('/')} className="auth-frame__link">
            Log in
          </Link>
        </Trans>
      }
    >
      <Form onSubmit={handleSubmit((input) => request.mutate(input))} label={t`Forgot your password?`}>
        <FormError>{problem}</FormError>
        <TextField label={t`Email`} type="email" autoComplete="username" inputMode="email" {...field('email')} />
        <FormActions>
          <Button variant="primary" type="submit" fluid loading={request.isPending}>
            {t`Send link`}
          </Button>
        </FormActions>
      </Form>
    </AuthCard>
  );
}
