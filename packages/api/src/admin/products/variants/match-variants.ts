import { isDeepStrictEqual } from 'node:util';
import type { Variant } from '@lantern/db/models/variant';
import { ShopError } from '../../../shared/shop-error.ts';
import type { VariantValues } from '../schema.ts';

/** The criteria that match a row to input without an id, most certain first. */
const criteria: ((row: Variant, input: VariantValues) => boolean)[] = [
  (row, { sku }) => row.archivedAt === null && row.sku === sku,
  // A removed variant that is added again is the same one, with its carts and orders.
  (row, { sku }) => row.archivedAt !== null && row.archivedSku === sku,
  // Options are unique within a product, so this is the same variant with a new SKU.
  (row, { options }) => row.archivedAt === null && isDeepStrictEqual({ ...row.options }, { ...options }),
];

/**
 * The product's row for each of the input variants; undefined for a new one. Matched by id, including
 * archived rows, else by SKU, else by options.
 * @throws {ShopError} BAD_REQUEST for an id of another product.
 */
export function matchVariants(rows: Variant[], inputs: VariantValues[]): (Variant | undefined)[] {
  const matches = inputs.map(({ id }, index) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (id !== undefined && !row) throw unknownVariant(index);
    return row;
  });
  for (const isMatch of criteria) {
    for (const [index, values] of inputs.entries()) {
      matches[index] ??= newestFirst(rows).find((row) => !matches.includes(row) && isMatch(row, values));
    }
  }
  return matches;
}

function newestFirst(rows: Variant[]): Variant[] {
  return rows.toSorted((a, b) => Number(b.archivedAt) - Number(a.archivedAt) || a.id - b.id);
}

function unknownVariant(index: number): ShopError {
  return new ShopError('BAD_REQUEST', 'This product has no such variant.', {
    fieldErrors: { [`variants.${index}.id`]: ['This product has no such variant.'] },
  });
}
