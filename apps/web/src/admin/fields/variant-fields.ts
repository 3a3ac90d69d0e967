import type { variantShape } from '@lantern/api/admin/products/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { parseCount } from '@lantern/text/amount';
import { parseCents } from '@lantern/text/money';
import { currencySign, formatCents, formatNumber } from '@lantern/ui/format';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { keysOf } from '../../lib/pick.ts';
import { amountText } from './amount-text.ts';

type Variant = RouterOutputs['admin']['products']['byId']['variants'][number];
/** A value as the activity log stores it; a form's values are the same except for lists. */
export type Scalar = string | number | boolean | null;

type Input =
  | { kind: 'code' }
  /** One of the product's images, by URL. */
  | { kind: 'picture' }
  | {
      kind: 'number';
      inputMode: 'decimal' | 'numeric';
      /** Returns null for text that is not a valid number. */
      parse: (text: string) => number | null;
      format: (value: number) => string;
    };

interface VariantField<Value extends Scalar> {
  /** Its label: "Price" of a variant. */
  label: MessageDescriptor;
  /** The column's header, if it says more: a unit. */
  heading?: () => string;
  /** The initial value for a new variant. If it is null, the field is optional. */
  empty: Value;
  /** Usually the same for all variants of a product: kept in copies and in the next row. */
  shared: boolean;
  text: (value: Scalar) => string;
  input: Input;
}

/**
 * Everything the pages need to know about a variant's fields other than its options, in the order of their columns:
 * used by the empty row, copies, the grid, the merge and the activity log.
 */
export const variantFields: {
  [Name in Exclude<keyof typeof variantShape, 'options'>]: VariantField<Variant[Name]>;
} = {
  sku: { label: msg`SKU`, empty: '', shared: false, text: textOf, input: { kind: 'code' } },
  priceCents: {
    label: msg`Price`,
    heading: () => t`Price, ${{ sign: currencySign() }}`,
    // There is no default price.
    empty: Number.NaN,
    shared: true,
    text: numberText(formatCents),
    input: { kind: 'number', inputMode: 'decimal', parse: parseCents, format: amountText },
  },
  stock: {
    label: msg`Stock`,
    empty: 0,
    shared: false,
    text: numberText(formatNumber),
    input: { kind: 'number', inputMode: 'numeric', parse: parseCount, format: String },
  },
  imageUrl: { label: msg`Picture`, empty: null, shared: false, text: textOf, input: { kind: 'picture' } },
};

export type VariantColumn = keyof typeof variantFields;

/** The header of a field's column, which is also the label of its input. */
export function headingOf(name: VariantColumn): string {
  const { label, heading } = variantFields[name];
  return heading?.() ?? t(label);
}

export const variantColumns = keysOf(variantFields);
/** The SKU comes before the options' columns, everything else after them. */
export const firstColumn = 'sku' satisfies VariantColumn;
/** Shown in the first panel when a product has only one variant. */
export const singleVariantColumns: VariantColumn[] = ['priceCents', 'stock'];

/** The columns after the options. */
export function laterColumns(onlyVariant: boolean): VariantColumn[] {
  return variantColumns.filter((name) => name !== firstColumn && !(onlyVariant && singleVariantColumns.includes(name)));
}

export function textOf(value: Scalar | undefined): string {
  return value === null || value === undefined || value === '' ? t`Empty` : String(value);
}

function numberText(format: (value: number) => string) {
  return (value: Scalar) => (typeof value === 'number' ? format(value) : textOf(value));
}
