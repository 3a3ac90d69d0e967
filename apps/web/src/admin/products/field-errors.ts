import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { productFields } from '../fields/product-fields.ts';
import { textLabel, textNames } from '../fields/translated-texts.ts';
import { variantFields } from '../fields/variant-fields.ts';

export interface FieldError {
  /** The field's name in the form: `variants.2.priceCents`. */
  name: string;
  /** Its label: "Price of variant 3". */
  label: string;
}

/** Lists the fields with errors, from the form library's error object. */
export function fieldErrorsIn(errors: object, variantCount: number): FieldError[] {
  return namesIn(errors).map((name) => ({ name, label: labelOf(name, variantCount) }));
}

function namesIn(errors: object, under: string[] = []): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== 'object' || error === null || key === 'ref') return [];
    // An error of a list as a whole is kept beside those of its items.
    const path = key === 'root' ? under : [...under, key];
    // An option may be named "message": its value is then an error object and not a text.
    const own = 'message' in error && typeof error.message === 'string' ? [path.join('.')] : [];
    return [...own, ...namesIn(error, path)];
  });
}

const lists: Record<string, MessageDescriptor> = {
  categorySlugs: msg`Categories`,
  images: msg`Images`,
  specification: msg`Specification`,
  variants: msg`Variants`,
};
const ofFact: Record<string, MessageDescriptor> = { name: msg`Name`, value: msg`Value` };
const ofProduct: Record<string, { label: MessageDescriptor }> = productFields;
const ofVariant: Record<string, { label: MessageDescriptor }> = { ...variantFields, options: { label: msg`Options` } };

const worded = (label: MessageDescriptor | undefined) => label && t(label);

function labelOf(name: string, variantCount: number): string {
  const [list = '', index, field = '', ...option] = name.split('.');
  if (list === 'texts') {
    const text = textNames.find((one) => one === field);
    return index && text ? textLabel(index, text) : name;
  }
  if (index === undefined) return worded(ofProduct[list]?.label ?? lists[list]) ?? name;
  const number = Number(index) + 1;
  if (list === 'images') return t`Description of image ${number}`;
  if (list === 'specification') return t`${{ label: t(ofFact[field] ?? msg`Fact`) }} of fact ${number}`;
  if (list !== 'variants') return worded(lists[list]) ?? name;
  const label = option.join('.') || t(ofVariant[field]?.label ?? msg`Variant`);
  return variantCount === 1 ? label : t`${label} of variant ${number}`;
}

/**
 * The element to focus: the field, the first one inside it, or for errors without a field, the first one of its list.
 */
export function fieldOf(form: HTMLFormElement, name: string): HTMLElement | null {
  const own = CSS.escape(name);
  const field = form.querySelector<HTMLElement>(`[name="${own}"], [name^="${own}."]`);
  const list = name.slice(0, name.lastIndexOf('.'));
  return field || !name.includes('.') ? field : fieldOf(form, list);
}
