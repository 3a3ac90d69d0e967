import type { Database } from '@lantern/db/database';
import { Category } from '@lantern/db/models/category';
import { Order } from '@lantern/db/models/order';
import { Product } from '@lantern/db/models/product';
import { Setting } from '@lantern/db/models/setting';
import { type Config, ConfigError } from './config.ts';

/**
 * Keeps the currency and the first language of a store, and refuses others: its amounts and texts are in them without saying
 * so. They are those that it is configured with until it has a catalogue; a store from before they were kept has those of
 * its next start.
 * @throws {ConfigError}
 */
export async function keepBegunWith(database: Database, { currency, languages }: Config): Promise<void> {
  const [language = ''] = languages;
  const begun = await database.transaction(async () => ({
    currency: await kept('currency', currency.code),
    language: await kept('language', language),
  }));
  if (begun.currency !== currency.code) {
    const matter = `the amounts of this store are in ${begun.currency}, not in ${currency.code}`;
    throw new ConfigError(`CURRENCY cannot be used: ${matter} (set CURRENCY to ${begun.currency}${OTHERWISE}`);
  }
  if (begun.language !== language) {
    const inOrder = [begun.language, ...languages.filter((code) => code !== begun.language)].join(',');
    const matter = `the texts of this store are in ${begun.language}, which must be the first`;
    throw new ConfigError(`LANGUAGES cannot be used: ${matter} (set LANGUAGES to ${inOrder}${OTHERWISE}`);
  }
}

const OTHERWISE = ', or begin with an empty database).';

/** The value that a store was begun with; `configured` if it has not been begun, or has none. */
async function kept(name: Setting['name'], configured: string): Promise<string> {
  const [setting] = await Setting.findOrCreate({ where: { name }, defaults: { name, value: configured } });
  if (setting.value !== configured && (await isEmpty())) await setting.update({ value: configured });
  return setting.value;
}

/** Before anything has a price or a text. */
async function isEmpty(): Promise<boolean> {
  const counts = await Promise.all([Product.count(), Category.count(), Order.count()]);
  return counts.every((count) => count === 0);
}
