import { slugify } from '@lantern/text/slug';
import { Panel } from '@lantern/ui/panel';
import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { useFormContext } from 'react-hook-form';
import { productPath } from '../../lib/paths.ts';
import type { ProductDraft } from './draft.ts';

interface DetailsProps {
  /** The address follows the name as long as nobody has entered another one: only while the product is new. */
  suggestSlug: boolean;
}

/** What the product is called, and what is told of it. */
export function Details({ suggestSlug }: DetailsProps) {
  const { register, setValue, getFieldState, formState, watch } = useFormContext<ProductDraft>();
  const errorOf = (name: keyof ProductDraft) => getFieldState(name, formState).error?.message;
  const follows = suggestSlug && !formState.touchedFields.slug;
  const name = register('name', {
    onChange: ({ target }) => {
      if (follows) setValue('slug', slugify(target.value), { shouldValidate: formState.isSubmitted });
    },
  });
  return (
    <Panel title="Details">
      <div className="product-form__fields">
        <TextField label="Name" autoComplete="off" error={errorOf('name')} {...name} />
        <TextField
          label="URL"
          hint={productPath(watch('slug'))}
          autoComplete="off"
          spellCheck={false}
          error={errorOf('slug')}
          {...register('slug')}
        />
        <TextareaField label="Description" rows={6} error={errorOf('description')} {...register('description')} />
        <TextField
          label="Card line"
          optional
          hint="Shown on product cards: “Solid ash”."
          autoComplete="off"
          error={errorOf('highlight')}
          {...register('highlight', { setValueAs: (text: string) => text || null })}
        />
      </div>
    </Panel>
  );
}
