import { slugify } from '@lantern/text/slug';
import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { Fragment, type ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { productPath } from '../../lib/paths.ts';
import { keysOf } from '../../lib/pick.ts';
import { type productFieldNames, productFields } from '../fields/product-fields.ts';
import type { ProductDraft } from './draft.ts';
import { SingleVariantFields } from './single-variant-fields.tsx';

/** The status has its own panel. */
type Entered = Exclude<(typeof productFieldNames)[number], 'status'>;

interface OwnFieldsProps {
  /** The slug follows the name until it is edited: only while the product is new. */
  suggestSlug: boolean;
}

/** The product's name, URL and texts, in the store's first language. */
export function OwnFields({ suggestSlug }: OwnFieldsProps) {
  const { control, register, setValue, getFieldState, formState, watch } = useFormContext<ProductDraft>();
  const errorOf = (name: Entered) => getFieldState(name, formState).error?.message;
  const follows = suggestSlug && !formState.touchedFields.slug;
  const name = register('name', {
    onChange: ({ target }) => {
      if (follows) setValue('slug', slugify(target.value), { shouldValidate: formState.isSubmitted });
    },
  });
  const single = useWatch({ control, name: 'variants' }).length === 1;
  const words = (field: Entered) => ({ label: t(productFields[field].label), error: errorOf(field) });
  const inputs: Record<Entered, ReactElement> = {
    name: <TextField {...words('name')} autoComplete="off" {...name} />,
    slug: (
      <TextField
        {...words('slug')}
        hint={productPath(watch('slug'))}
        autoComplete="off"
        spellCheck={false}
        {...register('slug')}
      />
    ),
    description: <TextareaField {...words('description')} rows={6} {...register('description')} />,
    tagline: (
      <TextField
        {...words('tagline')}
        optional
        hint={t`Shown on product cards: “Solid ash”.`}
        autoComplete="off"
        {...register('tagline', { setValueAs: (text: string) => text || null })}
      />
    ),
  };
  return (
    <>
      {keysOf(inputs).map((field) => (
        <Fragment key={field}>
          {inputs[field]}
          {field === 'name' && single && <SingleVariantFields />}
        </Fragment>
      ))}
    </>
  );
}
