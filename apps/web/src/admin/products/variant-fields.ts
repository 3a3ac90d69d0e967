import type { variantShape } from '@lantern/api/admin/products/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { centsText, parseCents, parseCount } from '@lantern/text/amount';
import { formatCents } from '@lantern/ui/format';
import { keysOf } from '../../lib/pick.ts';

type Variant = RouterOutputs['admin']['products']['byId']['variants'][number];
/** A value as the activity log tells it; what a form holds is the same but for lists. */
export type Scalar = string | number | boolean | null;

type Input =
  | { kind: 'code' }
  | {
      kind: 'number';
      inputMode: 'decimal' | 'numeric';
      /** Null for what is no such number. */
      parse: (text: string) => number | null;
      format: (value: number) => string;
    };

interface VariantField<Value extends Scalar> {
  /** What it is called: "Price" of a variant. */
  label: string;
  /** Over its column, where that says more: a unit. */
  heading?: string;
  /** What a new variant begins with. Where that is null it may stay empty. */
  empty: Value;
  /** Mostly the same for all variants of a product: a copy, and the next row, begin with it. */
  shared: boolean;
  text: (value: Scalar) => string;
  input: Input;
}

/**
 * Everything that the pages need to know of a variant's fields beside its options, in the order of their
 * columns: the empty row, copies, the grid, the merge and the words of the log go by it.
 */
export const variantFields: {
  [Name in Exclude<keyof typeof variantShape, 'options'>]: VariantField<Variant[Name]>;
} = {
  sku: { label: 'SKU', empty: '', shared: false, text: textOf, input: { kind: 'code' } },
  priceCents: {
    label: 'Price',
    heading: 'Price, €',
    // A price is for a person to say.
    empty: Number.NaN,
    shared: true,
    text: numberText(formatCents),
    input: { kind: 'number', inputMode: 'decimal', parse: parseCents, format: centsText },
  },
  stock: {
    label: 'Stock',
    empty: 0,
    shared: false,
    text: numberText((items) => items.toLocaleString('en')),
    input: { kind: 'number', inputMode: 'numeric', parse: parseCount, format: String },
  },
};

export type VariantColumn = keyof typeof variantFields;
export const variantColumns = keysOf(variantFields);
/** The SKU stands before the options' columns, everything else behind them. */
export const firstColumn = 'sku' satisfies VariantColumn;
/** Those that a product's only variant shows in the first panel. */
export const singleVariantColumns: VariantColumn[] = ['priceCents', 'stock'];

/** The columns behind the options' ones. */
export function laterColumns(onlyVariant: boolean): VariantColumn[] {
  return variantColumns.filter((name) => name !== firstColumn && !(onlyVariant && singleVariantColumns.includes(name)));
}

export function textOf(value: Scalar | undefined): string {
  return value === null || value === undefined || value === '' ? 'Empty' : String(value);
}

function numberText(format: (value: number) => string) {
  return (value: Scalar) => (typeof value === 'number' ? format(value) : textOf(value));
}
