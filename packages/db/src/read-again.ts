import type { Sequelize } from 'sequelize';
import type { Dialect } from './dialect/dialect.ts';
import { failureKindOf } from './dialect/failure.ts';
import { TransactionScope } from './transaction.ts';

/** What has taken longer to fail has no time left for a second attempt, in milliseconds: it takes three to find a server frozen. */
const IN_TIME_MS = 3900;

/**
 * Runs a statement of no transaction, and once more if the server that was to answer has been lost and another one is there.
 * It only reads: every write belongs to a transaction, which is run again as a whole.
 */
export async function readAgain<T>(dialect: Dialect, read: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await read();
  } catch (error) {
    const isLost = failureKindOf(error) === 'unavailable' && performance.now() - began < IN_TIME_MS;
    if (!isLost || !(await dialect.findAnother())) throw error;
    return await read();
  }
}

/** Lets Sequelize do so for the reads of models. */
export function letModelsReadAgain(sequelize: Sequelize, dialect: Dialect): void {
  const query = sequelize.query.bind(sequelize);
  Object.assign(sequelize, {
    query: (...given: Parameters<typeof query>) =>
      TransactionScope.current() ? query(...given) : readAgain(dialect, () => query(...given)),
  });
}
