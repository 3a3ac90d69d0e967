import { checkBooks, checks } from '@lantern/api/books/check-books';
import type { BooksServices } from '@lantern/api/books/difference';
import type { Check } from './check.ts';

/** What `npm run doctor` finds. */
export async function askDoctor(services: BooksServices): Promise<Check> {
  const differences: string[] = [];
  for await (const { where, what, expected, found } of checkBooks(services)) {
    differences.push(`${where}: ${what} is ${found}, but should be ${expected}`);
  }
  return { promise: 'every figure that is kept is what it follows from', compared: checks.length, differences };
}
