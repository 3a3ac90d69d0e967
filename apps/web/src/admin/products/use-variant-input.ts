import type { InputHTMLAttributes, RefCallback } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { type VariantColumn, variantFields } from '../fields/variant-fields.ts';
import type { ProductDraft } from './draft.ts';
import { useNumberText } from './use-number-text.ts';

type InputProps = InputHTMLAttributes<HTMLInputElement> & { ref: RefCallback<HTMLInputElement> };

/** Binds an input to one field of a variant: numbers are parsed as people write them, anything else is text. */
export function useVariantInput(row: number, name: VariantColumn): InputProps {
  const { control } = useFormContext<ProductDraft>();
  const { field } = useController({ control, name: `variants.${row}.${name}` });
  const { empty, input } = variantFields[name];
  const { value, onChange, onBlur, ref } = field;
  const number = useNumberText({
    value: typeof value === 'number' ? value : null,
    onChange,
    onBlur,
    optional: empty === null,
    ...(input.kind === 'number' ? input : { parse: Number, format: String }),
  });
  const tied = { ref, name: field.name, type: 'text', autoComplete: 'off' };
  if (input.kind === 'number') return { ...tied, ...number, inputMode: input.inputMode };
  return {
    ...tied,
    value: value ?? '',
    onChange: ({ target }) => onChange(target.value || empty),
    onBlur,
    spellCheck: false,
  };
}
