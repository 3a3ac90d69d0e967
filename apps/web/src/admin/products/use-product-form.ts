import { productShape, textShape, variantShape } from '@lantern/api/admin/products/schema';
import { useToast } from '@lantern/ui/toast';
import { type FieldPath, useForm } from 'react-hook-form';
import { schemaResolver } from '../../lib/schema-resolver.ts';
import { apiError, messageOf } from '../../lib/trpc.ts';
import { type ProductDraft, productDraft } from './draft.ts';

/** The form of a product, and a function that shows the server's errors in it. */
export function useProductForm(defaultValues: ProductDraft) {
  const toast = useToast();
  const form = useForm<ProductDraft>({ resolver: schemaResolver(productDraft), mode: 'onTouched', defaultValues });

  /** Shows each error at the field it names. Errors without a field are shown in a toast. */
  function refuse(error: unknown): void {
    const fieldErrors = Object.entries(apiError(error)?.fieldErrors ?? {});
    const named = fieldErrors.flatMap(([name, [message]]) => (isField(name) ? [{ name, message }] : []));
    for (const { name, message } of named) form.setError(name, { type: 'server', message });
    const [first] = named;
    if (first) form.setFocus(first.name);
    if (!first || named.length < fieldErrors.length) toast({ kind: 'error', text: messageOf(error) });
  }

  return { form, refuse };
}

const ofProduct = [...Object.keys(productShape), 'categorySlugs'].join('|');
const ofVariant = Object.keys(variantShape).join('|');
const ofTexts = Object.keys(textShape).join('|');
const FIELD = new RegExp(
  `^(?:${ofProduct}|texts\\.[a-z]+\\.(?:${ofTexts})|specification\\.\\d+\\.(?:name|value)|images\\.\\d+\\.alt|variants\\.\\d+\\.(?:${ofVariant})(?:\\..+)?)$`,
);

function isField(name: string): name is FieldPath<ProductDraft> {
  return FIELD.test(name);
}
