import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import type { WithLanguages } from '../shared/languages.ts';
import { ShopError } from '../shared/shop-error.ts';

/**
 * Remembers the language that an account is written to in, about whatever is not an order.
 * @throws {ShopError} BAD_REQUEST for a language that the store does not have.
 */
export async function setLanguage(
  { database, languages }: WithDatabase & WithLanguages,
  id: number,
  language: string,
): Promise<void> {
  if (!languages.includes(language)) {
    throw new ShopError('BAD_REQUEST', 'The store is not in this language.', {
      fieldErrors: { language: ['Not a language of this store.'] },
    });
  }
  await database.transaction(() => User.update({ language }, { where: { id } }));
}
