import { TextField } from '@lantern/ui/text-field';
import { useFormContext } from 'react-hook-form';
import { headingOf, singleVariantColumns, type VariantColumn } from '../fields/variant-fields.ts';
import type { ProductDraft } from './draft.ts';
import { useVariantInput } from './use-variant-input.ts';

/** Price and stock of a product's only variant, which is what admins most often come to change. */
export function SingleVariantFields() {
  return (
    <div className="product-form__pair">
      {singleVariantColumns.map((name) => (
        <SingleVariantField key={name} name={name} />
      ))}
    </div>
  );
}

function SingleVariantField({ name }: { name: VariantColumn }) {
  const { getFieldState, formState } = useFormContext<ProductDraft>();
  const field = useVariantInput(0, name);
  return (
    <TextField
      {...field}
      label={headingOf(name)}
      error={getFieldState(`variants.0.${name}`, formState).error?.message}
    />
  );
}
