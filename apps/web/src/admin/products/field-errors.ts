import { productFields } from './product-fields.ts';
import { variantFields } from './variant-fields.ts';

export interface FieldError {
  /** The field's name in the form: `variants.2.priceCents`. */
  name: string;
  /** What people call it: "Price of variant 3". */
  label: string;
}

/** Every field that something is wrong with, from what the form library keeps of errors. */
export function fieldErrorsIn(errors: object, variantCount: number): FieldError[] {
  return namesIn(errors).map((name) => ({ name, label: labelOf(name, variantCount) }));
}

function namesIn(errors: object, under: string[] = []): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== 'object' || error === null || key === 'ref') return [];
    // What is wrong with a list as a whole stands beside what is wrong with its items.
    const path = key === 'root' ? under : [...under, key];
    // An option may be called "message": what stands there is another field's error, and no text.
    const own = 'message' in error && typeof error.message === 'string' ? [path.join('.')] : [];
    return [...own, ...namesIn(error, path)];
  });
}

const lists: Record<string, string> = { categorySlugs: 'Categories', images: 'Images', variants: 'Variants' };
const ofProduct: Record<string, { label: string }> = productFields;
const ofVariant: Record<string, { label: string }> = { ...variantFields, options: { label: 'Options' } };

function labelOf(name: string, variantCount: number): string {
  const [list = '', index, field = '', ...option] = name.split('.');
  if (index === undefined) return ofProduct[list]?.label ?? lists[list] ?? name;
  const number = Number(index) + 1;
  if (list === 'images') return `Description of image ${number}`;
  if (list !== 'variants') return lists[list] ?? name;
  const label = option.join('.') || (ofVariant[field]?.label ?? 'Variant');
  return variantCount === 1 ? label : `${label} of variant ${number}`;
}

/** Where to go to mend it: the field, the first one inside or, for what has no field of its own, the first of its list. */
export function fieldOf(form: HTMLFormElement, name: string): HTMLElement | null {
  const own = CSS.escape(name);
  const field = form.querySelector<HTMLElement>(`[name="${own}"], [name^="${own}."]`);
  const list = name.slice(0, name.lastIndexOf('.'));
  return field || !name.includes('.') ? field : fieldOf(form, list);
}
