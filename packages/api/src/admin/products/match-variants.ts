import { isDeepStrictEqual } from 'node:util';
import type { Variant } from '@lantern/db/models/variant';
import { ShopError } from '../../shared/shop-error.ts';
import type { VariantValues } from './schema.ts';

/** What makes a row the one that is meant where its id is not said, the surest first. */
const signs: ((row: Variant, wanted: VariantValues) => boolean)[] = [
  (row, { sku }) => row.archivedAt === null && row.sku === sku,
  // One that was removed and comes back is the same as before, with all that hangs on it.
  (row, { sku }) => row.archivedAt !== null && row.archivedSku === sku,
  // Nothing else of the product can be chosen by these options: it has got another SKU.
  (row, { options }) => row.archivedAt === null && isDeepStrictEqual({ ...row.options }, { ...options }),
];

/**
 * Which of the product's rows each of the wanted variants is; undefined for a new one. By its id, also
 * that of an archived one, else by its SKU, else by its options.
 * @throws {ShopError} BAD_REQUEST for an id that is none of the product's.
 */
export function matchVariants(rows: Variant[], wanted: VariantValues[]): (Variant | undefined)[] {
  const matches = wanted.map(({ id }, index) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (id !== undefined && !row) throw unknownVariant(index);
    return row;
  });
  for (const fits of signs) {
    for (const [index, values] of wanted.entries()) {
      matches[index] ??= newestFirst(rows).find((row) => !matches.includes(row) && fits(row, values));
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
