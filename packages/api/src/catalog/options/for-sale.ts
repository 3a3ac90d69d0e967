import { Variant } from '@lantern/db/models/variant';
import { IS_FOR_SALE } from '../sale-prices.ts';
import type { ChosenOptions } from './chosen.ts';

/** SQL condition: one and the same variant for sale of the product has a value of each of these options. */
export function hasOptions(chosen: ChosenOptions): string {
  const wanted = Object.entries(chosen).map(([name, values]) => {
    const had = values.map((value) => hasOption(name, value));
    return `(${had.join(' OR ')})`;
  });
  // Not EXISTS: MariaDB would materialize all matching variants, however few rows a page needs.
  return `(SELECT 1 FROM variants v WHERE v.productId = Product.id AND v.archivedAt IS NULL
    AND ${IS_FOR_SALE} AND ${wanted.join(' AND ')} LIMIT 1) IS NOT NULL`;
}

/**
 * The column has the text that `JSON.stringify` makes, in which a name follows a brace or a comma. Neither can be taken
 * for part of a name or a value, where the quotation mark would be escaped.
 */
function hasOption(name: string, value: string): string {
  const entry = JSON.stringify({ [name]: value }).slice(1, -1);
  return ['{', ','].map((before) => `INSTR(v.options, ${quoted(before + entry)}) > 0`).join(' OR ');
}

/** A literal of SQL. */
export function quoted(text: string): string {
  const { sequelize } = Variant;
  if (!sequelize) throw new Error('The database is not open.');
  return sequelize.escape(text);
}
