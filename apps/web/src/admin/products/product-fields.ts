import type { productShape } from '@lantern/api/admin/products/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { keysOf } from '../../lib/pick.ts';
import { statuses, statusWords } from './status.ts';
import { type Scalar, textOf } from './variant-fields.ts';

type Product = RouterOutputs['admin']['products']['byId'];

interface ProductField<Value extends Scalar> {
  label: string;
  /** What a new product begins with. */
  empty: Value;
  text: (value: Scalar) => string;
}

/** What the pages need to know of a product's own fields; their inputs stand in details.tsx. */
export const productFields: { [Name in keyof typeof productShape]: ProductField<Product[Name]> } = {
  name: { label: 'Name', empty: '', text: textOf },
  slug: { label: 'URL', empty: '', text: textOf },
  description: { label: 'Description', empty: '', text: textOf },
  highlight: { label: 'Card line', empty: null, text: textOf },
  status: { label: 'Status', empty: 'draft', text: statusText },
};

export const productFieldNames = keysOf(productFields);

function statusText(value: Scalar): string {
  const status = statuses.find((one) => one === value);
  return status ? statusWords[status] : textOf(value);
}
