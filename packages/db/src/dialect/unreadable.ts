import { DatabaseError } from 'sequelize';

/** Whether a query failed because a JSON column of a row that it selected holds text that is no JSON. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DatabaseError && error.parent instanceof SyntaxError;
}
