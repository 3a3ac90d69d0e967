import { UniqueConstraintError } from 'sequelize';

/** The words of Sequelize that services speak, so that only this package names it. */
export { col, fn, literal, Op, type Order as Ordering, QueryTypes, type WhereOptions, where } from 'sequelize';

/** The column whose uniqueness an insert or update broke; null for any other error. */
export function duplicateColumn(error: unknown): string | null {
  if (!(error instanceof UniqueConstraintError)) return null;
  // SQLite tells the columns, MySQL the index: both carry the last column's name.
  const names = Array.isArray(error.fields) ? error.fields : Object.keys(error.fields);
  return String(names.at(-1) ?? '');
}
