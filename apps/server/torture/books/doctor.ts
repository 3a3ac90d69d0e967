import { checkBooks } from '@lantern/api/books/check-books';
import type { BooksServices } from '@lantern/api/books/difference';
import { Order } from '@lantern/db/models/order';
import type { Check } from './check.ts';

/** What `npm run doctor` finds. */
export async function askDoctor(services: BooksServices): Promise<Check> {
  const differences: string[] = [];
  for await (const { where, what, expected, found } of checkBooks(services)) {
    differences.push(`${where}: ${what} is ${found}, but should be ${expected}`);
  }
  return { promise: 'every figure that is kept is what it follows from', compared: await Order.count(), differences };
}
