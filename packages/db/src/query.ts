import { EmptyResultError, UniqueConstraintError } from 'sequelize';

/** The parts of Sequelize that services use; re-exported so that only this package depends on it. */
export {
  col,
  type FindOptions,
  fn,
  literal,
  Op,
  type Order as Ordering,
  QueryTypes,
  type WhereOptions,
  where,
} from 'sequelize';

/** What stands for these values in `IN (…)` of a hand-written statement. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join();
}

/** Whether a row that had to be there was not. */
export function isMissingRow(error: unknown): boolean {
  return error instanceof EmptyResultError;
}

/** The column whose unique constraint an insert or update violated; null for any other error. */
export function duplicateColumn(error: unknown): string | null {
  if (!(error instanceof UniqueConstraintError)) return null;
  // SQLite reports the columns, MySQL the index; both contain the name of the last column.
  const names = Array.isArray(error.fields) ? error.fields : Object.keys(error.fields);
  return String(names.at(-1) ?? '');
}
