import type { productShape } from '@lantern/api/admin/products/schema';
import type { RouterOutputs } from '@lantern/api/types';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { keysOf } from '../../lib/pick.ts';
import { statuses, statusWords } from './product-status.ts';
import { type Scalar, textOf } from './variant-fields.ts';

type Product = RouterOutputs['admin']['products']['byId'];

interface ProductField<Value extends Scalar> {
  label: MessageDescriptor;
  /** The initial value for a new product. */
  empty: Value;
  text: (value: Scalar) => string;
}

/** Everything the pages need to know about a product's own fields other than its specification; their inputs are in details.tsx. */
export const productFields: {
  [Name in Exclude<keyof typeof productShape, 'specification'>]: ProductField<Product[Name]>;
} = {
  name: { label: msg`Name`, empty: '', text: textOf },
  slug: { label: msg`URL`, empty: '', text: textOf },
  description: { label: msg`Description`, empty: '', text: textOf },
  tagline: { label: msg`Card line`, empty: null, text: textOf },
  status: { label: msg`Status`, empty: 'draft', text: statusText },
};

export const productFieldNames = keysOf(productFields);

function statusText(value: Scalar): string {
  const status = statuses.find((one) => one === value);
  return status ? t(statusWords[status]) : textOf(value);
}
