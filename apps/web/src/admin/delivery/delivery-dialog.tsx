import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { Dialog } from '@lantern/ui/dialog';
import { Form, FormRow } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { currencySign } from '@lantern/ui/format';
import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { deliverySchema, type Method, typedOf } from './delivery-form.ts';

interface DeliveryDialogProps {
  /** Left out for a new one. */
  method: Method | undefined;
  /** The codes of all methods. */
  taken: string[];
  onClose: () => void;
}

/** Edits a delivery method, or adds one. */
export function DeliveryDialog({ method, taken, onClose }: DeliveryDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const [schema] = useState(() => deliverySchema(method, taken));
  const { field, refuse, problem, handleSubmit, register } = useSchemaForm(schema, typedOf(method));
  const save = useMutation(
    trpc.admin.delivery.save.mutationOptions({
      async onSuccess(answer) {
        onClose();
        saved(t`${{ name: isolated(answer.name) }} saved`, 'delivery_method', answer);
        for (const stale of [trpc.admin.delivery.pathFilter(), trpc.checkout.options.pathFilter()]) {
          void client.invalidateQueries(stale);
        }
        await client.invalidateQueries(trpc.cart.get.pathFilter());
      },
      onError: refuse,
    }),
  );
  const submit = handleSubmit((values) => save.mutate(values));
  return (
    <Dialog
      open
      onClose={onClose}
      title={method ? t`Edit ${{ name: isolated(method.name) }}` : t`New delivery method`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onClick={submit} loading={save.isPending}>
            {t`Save`}
          </Button>
        </>
      }
    >
      <Form label={t`Delivery method`} onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField label={t`Name`} autoComplete="off" {...field('name')} />
        <TextField label={t`Description`} optional autoComplete="off" {...field('description')} />
        <FormRow tight>
          <TextField
            label={t`Price, ${{ sign: currencySign() }}`}
            inputMode="decimal"
            autoComplete="off"
            {...field('price')}
          />
          <TextField
            label={t`Free from, ${{ sign: currencySign() }}`}
            optional
            inputMode="decimal"
            autoComplete="off"
            {...field('freeFrom')}
          />
        </FormRow>
        <FormRow tight>
          <TextField label={t`Days at least`} inputMode="numeric" autoComplete="off" {...field('minDays')} />
          <TextField label={t`Days at most`} inputMode="numeric" autoComplete="off" {...field('maxDays')} />
        </FormRow>
        <TextareaField
          label={t`Countries`}
          optional
          hint={t`One per line. Empty means everywhere.`}
          rows={4}
          {...field('countries')}
        />
        <Checkbox label={t`Offer it to shoppers`} {...register('active')} />
      </Form>
    </Dialog>
  );
}
