import { password } from '@lantern/api/auth/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { PasswordField } from '@lantern/ui/password-field';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { useSetMe } from '../auth/use-me.ts';
import { loginPath, orderPath, ordersPath } from '../lib/paths.ts';
import { apiError, useTRPC } from '../lib/trpc.ts';
import { focusMain } from '../lib/use-focus-on-arrival.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import './guest-account.css';

interface GuestAccountProps {
  /** The order, which comes along. */
  claim: { number: string; accessToken: string };
  email: string;
  name: string;
}

const passwordInput = z.object({ password });

/** Offers a guest an account: all it needs is known from the order, except a password. */
export function GuestAccount({ claim, email, name }: GuestAccountProps) {
  const setMe = useSetMe();
  const navigate = useNavigate();
  const toast = useToast();
  const { field, handleSubmit, refuse, problem } = useSchemaForm(passwordInput, { password: '' });
  const register = useMutation(
    useTRPC().auth.register.mutationOptions({
      async onSuccess({ user }) {
        await setMe(user);
        await navigate(orderPath(claim.number), { replace: true });
        // The form is gone.
        focusMain();
        toast({ kind: 'success', text: t`Your account is ready, and this order is in it.` });
      },
      onError: refuse,
    }),
  );
  const isTaken = apiError(register.error)?.reason === 'email_taken';
  return (
    <div className="guest-account">
      <Panel
        title={t`Keep this order in an account`}
        intro={
          <Trans>
            Choose a password, and you'll find this order and your next ones under <bdi>{email}</bdi>.
          </Trans>
        }
      >
        <div className="guest-account__form">
          <Form
            label={t`Create an account`}
            onSubmit={handleSubmit((input) => register.mutate({ ...input, name, email, claim }))}
          >
            <FormError>
              {isTaken ? (
                <Trans>
                  This email has an account already. <Link to={loginPath(ordersPath)}>Log in</Link> to see its orders.
                </Trans>
              ) : (
                problem
              )}
            </FormError>
            {/* For password managers, which save a password together with a name. */}
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            <PasswordField
              label={t`Password`}
              autoComplete="new-password"
              hint={t`8 characters or more: a few words work well.`}
              {...field('password')}
            />
            <FormActions>
              <Button type="submit" loading={register.isPending}>
                {t`Create account`}
              </Button>
            </FormActions>
          </Form>
        </div>
      </Panel>
    </div>
  );
}
