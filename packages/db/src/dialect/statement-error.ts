import { DatabaseError, UniqueConstraintError } from 'sequelize';

/** MariaDB and MySQL name the index, the latter after its table; SQLite the columns. */
const VIOLATIONS = [/^Duplicate entry '.*' for key '(?:.*\.)?(\w+)'$/s, /^UNIQUE constraint failed: (.+)$/];

/** Wraps a driver's error as Sequelize does, so that its callers need not know how the statement was sent. */
export function statementError(error: unknown, sql: string): Error {
  if (!(error instanceof Error)) return new TypeError(`A driver threw ${String(error)}.`);
  const parent = Object.assign(error, { sql, parameters: {} });
  for (const violation of VIOLATIONS) {
    const names = violation
      .exec(error.message)?.[1]
      ?.split(', ')
      .map((name) => name.replace(/^.*\./, ''));
    if (names)
      return new UniqueConstraintError({ parent, fields: Object.fromEntries(names.map((name) => [name, null])) });
  }
  return new DatabaseError(parent);
}
