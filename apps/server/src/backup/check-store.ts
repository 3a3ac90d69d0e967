import { type Verdict, verifyActivity } from '@lantern/api/activity/verify';
import { checkBooks } from '@lantern/api/books/check-books';
import { SimulatedPaymentProvider } from '@lantern/api/payments/simulated-provider';
import type { Database } from '@lantern/db/database';
import { createLogger } from '../logger.ts';

/** What a restored or moved store is like. Its rows are as they were, so whatever is wrong was so before. */
export interface CheckedStore {
  log: Verdict;
  /** How many of its figures differ from what they follow from. */
  differences: number;
}

/** Verifies the chain of the log, and derives all figures of a store whose models are those of this database. */
export async function checkStore(database: Database): Promise<CheckedStore> {
  const services = { database, payments: new SimulatedPaymentProvider(database), log: createLogger('error') };
  const log = await verifyActivity();
  let differences = 0;
  for await (const _ of checkBooks(services)) differences++;
  return { log, differences };
}
