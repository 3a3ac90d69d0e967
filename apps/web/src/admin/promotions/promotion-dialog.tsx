import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { Dialog } from '@lantern/ui/dialog';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { placesIn } from '../categories/tree.ts';
import { promotionWords } from '../fields/promotion-words.ts';
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
      saved('Promotion saved', 'promotion', answer);
      await client.invalidateQueries(trpc.admin.promotions.pathFilter());
    },
    onError: refuse,
  };
  const create = useMutation(trpc.admin.promotions.create.mutationOptions(done));
  const update = useMutation(trpc.admin.promotions.update.mutationOptions(done));
  const submit = handleSubmit((input) =>
    promotion ? update.mutate({ ...input, id: promotion.id, version: promotion.version }) : create.mutate(input),
  );
  const kind = watch('kind');
  return (
    <Dialog
      open
      onClose={onClose}
      title={promotion ? 'Edit promotion' : 'New promotion'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={submit} loading={create.isPending || update.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Form label="Promotion" onSubmit={submit}>
        <FormError>{problem}</FormError>
        <TextField label="Code" autoComplete="off" {...field('code')} />
        <SelectField label="Kind" options={kinds} {...field('kind')} />
        {kind !== 'free_delivery' && (
          <TextField label={kind === 'fixed' ? 'Euros off' : 'Percent off'} inputMode="decimal" {...field('value')} />
        )}
        <TextField label="Minimum in euros" optional inputMode="decimal" {...field('minSubtotal')} />
        <TextField label="Starts" optional type="datetime-local" {...field('startsAt')} />
        <TextField label="Ends" optional type="datetime-local" {...field('endsAt')} />
        <TextField label="Uses in all" optional inputMode="numeric" {...field('usageLimit')} />
        <TextField label="Uses per customer" optional inputMode="numeric" {...field('perCustomerLimit')} />
        <fieldset className="promotions-page__categories">
          <legend>Only these categories</legend>
          {placesIn(categories.data ?? []).map(({ slug, label }) => (
            <Checkbox key={slug} label={<bdi>{label}</bdi>} value={slug} {...register('categorySlugs')} />
          ))}
        </fieldset>
        <Checkbox label="Active" {...register('active')} />
      </Form>
    </Dialog>
  );
}
