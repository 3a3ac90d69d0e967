import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { Dialog } from '@lantern/ui/dialog';
import { ErrorState } from '@lantern/ui/error-state';
import { Form, FormRow } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { currencySign } from '@lantern/ui/format';
import { SelectField } from '@lantern/ui/select-field';
import { SkeletonText } from '@lantern/ui/skeleton';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { placesIn } from '../categories/tree.ts';
import { promotionWords } from '../fields/promotion-words.ts';
import { labelled } from '../shared/labelled.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { draftOf, type Promotion, promotionForm } from './draft.ts';

const kinds = Object.entries(promotionWords).map(([value, label]) => ({ value, label }));

interface PromotionDialogProps {
  /** Left out for a new one. */
  promotion: Promotion | undefined;
  onClose: () => void;
}

/** Creates or edits a promotion. */
export function PromotionDialog({ promotion, onClose }: PromotionDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const categories = useQuery(trpc.admin.categories.list.queryOptions());
  const { field, refuse, problem, handleSubmit, watch, register } = useSchemaForm(promotionForm, draftOf(promotion));
  const done = {
    async onSuccess(answer: object) {
      onClose();
      saved(t`Promotion saved`, 'promotion', answer);
      await client.invalidateQueries(trpc.admin.promotions.pathFilter());
    },
    async onError(error: unknown) {
      refuse(error);
      // Opened again, it shows what somebody else has made of it.
      await client.invalidateQueries(trpc.admin.promotions.pathFilter());
    },
  };
  const create = useMutation(trpc.admin.promotions.create.mutationOptions(done));
  const update = useMutation(trpc.admin.promotions.update.mutationOptions(done));
  const submit = handleSubmit((input) =>
    promotion ? update.mutate({ ...input, id: promotion.id, version: promotion.version }) : create.mutate(input),
  );
  const kind = watch('kind');
  const hintId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={promotion ? t`Edit promotion` : t`New promotion`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onClick={submit} loading={create.isPending || update.isPending}>
            {t`Save`}
          </Button>
        </>
      }
    >
      <Form label={t`Promotion`} onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField label={t`Code`} autoComplete="off" {...field('code')} />
        <Checkbox label={t`Active`} {...register('active')} />
        <SelectField label={t`Kind`} options={labelled(kinds)} {...field('kind')} />
        {kind === 'percent' && <TextField label={t`Percent off`} inputMode="numeric" {...field('value')} />}
        {kind === 'fixed' && (
          <TextField label={t`Amount off, ${{ sign: currencySign() }}`} inputMode="decimal" {...field('value')} />
        )}
        <TextField
          label={t`Minimum, ${{ sign: currencySign() }}`}
          optional
          inputMode="decimal"
          {...field('minSubtotal')}
        />
        <FormRow>
          <TextField label={t`Starts`} optional type="datetime-local" {...field('startsAt')} />
          <TextField label={t`Ends`} optional type="datetime-local" {...field('endsAt')} />
        </FormRow>
        <FormRow>
          <TextField label={t`Uses in all`} optional inputMode="numeric" {...field('usageLimit')} />
          <TextField label={t`Uses per customer`} optional inputMode="numeric" {...field('perCustomerLimit')} />
        </FormRow>
        <fieldset className="promotions-page__categories" aria-describedby={hintId}>
          <legend>{t`Only these categories`}</legend>
          <p id={hintId} className="promotions-page__details">
            {t`Choose none for all products.`}
          </p>
          {categories.isPending && <SkeletonText lines={4} />}
          {categories.error && !categories.data && (
            <ErrorState text={messageOf(categories.error)} onRetry={() => void categories.refetch()} />
          )}
          {placesIn(categories.data ?? []).map(({ slug, label }) => (
            <Checkbox key={slug} label={<bdi>{label}</bdi>} value={slug} {...register('categorySlugs')} />
          ))}
        </fieldset>
      </Form>
    </Dialog>
  );
}
