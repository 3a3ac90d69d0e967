import { contactInput } from '@lantern/api/checkout/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { loginPath, registerPath } from '../lib/paths.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import './contact-step.css';

type ContactForm = ReturnType<typeof useContactForm>;

interface ContactStepProps {
  form: ContactForm;
  onDone: (email: string) => void;
}

export function useContactForm(email: string | null) {
  return useSchemaForm(contactInput, { email: email ?? '' });
}

/** A guest's first step. Logging in is offered below: nobody needs an account to buy. */
export function ContactStep({ form: { field, handleSubmit }, onDone }: ContactStepProps) {
  return (
    <>
      <Form onSubmit={handleSubmit(({ email }) => onDone(email))} label={t`Your email`}>
        <TextField
          label={t`Email`}
          type="email"
          autoComplete="email"
          inputMode="email"
          hint={t`For your confirmation and news about this order.`}
          {...field('email')}
        />
        <FormActions>
          <Button variant="primary" type="submit">
            {t`Continue as guest`}
          </Button>
        </FormActions>
      </Form>
      {/* In place of the checkout, so that Back leads to the cart once an account goes on from here. */}
      <p className="contact-step__accounts">
        <Trans>
          Have an account?{' '}
          <Link to={loginPath('/checkout')} replace className="contact-step__link">
            Log in
          </Link>
          , or{' '}
          <Link to={registerPath('/checkout')} replace className="contact-step__link">
            create an account
          </Link>
          .
        </Trans>
      </p>
    </>
  );
}
