import { askInput } from '@lantern/api/restock/schema';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../auth/use-me.ts';
import { apiError, useTRPC } from '../lib/trpc.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';

const emailInput = askInput.pick({ email: true });

/** Asks for the email to which a variant's return is mailed, and says below the price that it will be. */
export function RestockForm({ variantId }: { variantId: number }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: user } = useMe();
  const { field, handleSubmit, refuse, problem, setFocus } = useSchemaForm(emailInput, { email: user?.email ?? '' });
  const ask = useMutation(
    trpc.restock.ask.mutationOptions({
      onError(error) {
        refuse(error);
        // It can be bought, which the page does not show yet.
        if (apiError(error)?.reason === 'in_stock') void client.invalidateQueries(trpc.catalog.bySlug.queryFilter());
      },
    }),
  );
  // The button that opened the form had the focus, and is gone.
  useEffect(() => setFocus('email'), [setFocus]);
  if (ask.isSuccess) return <Noted email={ask.variables.email} />;
  return (
    <Form onSubmit={handleSubmit(({ email }) => ask.mutate({ variantId, email }))} label={t`Email me when it's back`}>
      <FormError>{problem}</FormError>
      <TextField
        label={t`Email`}
        type="email"
        autoComplete="email"
        inputMode="email"
        hint={t`One email when it's back, and nothing else.`}
        {...field('email')}
      />
      <FormActions>
        <Button variant="primary" type="submit" fluid loading={ask.isPending}>
          {t`Email me`}
        </Button>
      </FormActions>
    </Form>
  );
}

/** It takes the focus, which the form before it has lost. */
function Noted({ email }: { email: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} tabIndex={-1}>
      <Trans>
        We'll email <b>{email}</b> once, as soon as it's back in stock.
      </Trans>
    </p>
  );
}
