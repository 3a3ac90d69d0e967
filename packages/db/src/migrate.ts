import { QueryTypes, type Sequelize } from 'sequelize';
import { MigrationError, Umzug, type UmzugStorage } from 'umzug';
import type { Database } from './database.ts';
import { initial } from './migrations/0001-initial.ts';
import { admin } from './migrations/0002-admin.ts';
import { search } from './migrations/0004-search.ts';
import { text } from './migrations/0005-text.ts';
import { variants } from './migrations/0006-variants.ts';
import { attempts } from './migrations/0007-attempts.ts';
import { upkeep } from './migrations/0008-upkeep.ts';
import { joinedCarts } from './migrations/0009-joined-carts.ts';
import { unusedIndexes } from './migrations/0011-unused-indexes.ts';
import { names } from './migrations/0012-names.ts';
import { adminLists } from './migrations/0013-admin-lists.ts';
import { mail } from './migrations/0014-mail.ts';
import { guestOrders } from './migrations/0015-guest-orders.ts';
import { accountTokens } from './migrations/0016-account-tokens.ts';
import { invoices } from './migrations/0017-invoices.ts';
import { delivery } from './migrations/0018-delivery.ts';
import { mailLists } from './migrations/0019-mail-lists.ts';
import { addressBook } from './migrations/0020-address-book.ts';
import { parcels } from './migrations/0021-parcels.ts';
import { promotions } from './migrations/0022-promotions.ts';
import { returns } from './migrations/0023-returns.ts';
import { billingAddress } from './migrations/0024-billing-address.ts';
import { searches } from './migrations/0025-searches.ts';
import { keptUses } from './migrations/0026-kept-uses.ts';
import { mailsAbout } from './migrations/0027-mails-about.ts';
import { mailTexts } from './migrations/0028-mail-texts.ts';
import { pages } from './migrations/0031-pages.ts';
import { restockWishes } from './migrations/0032-restock-wishes.ts';
import { specification } from './migrations/0033-specification.ts';
import { savedViews } from './migrations/0034-saved-views.ts';
import { variantPictures } from './migrations/0035-variant-pictures.ts';
import { textsPerLanguage } from './migrations/0036-texts-per-language.ts';
import { glossary } from './migrations/0037-glossary.ts';
import { pageTexts } from './migrations/0038-page-texts.ts';
import { languageOfAnOrder } from './migrations/0039-language-of-an-order.ts';
import { orderTotals } from './migrations/0041-order-totals.ts';
import { settings } from './migrations/0043-settings.ts';
import { devices } from './migrations/0044-devices.ts';
import { stockMovements } from './migrations/0045-stock-movements.ts';
import { namesInOrder } from './migrations/0047-names-in-order.ts';
import { logins } from './migrations/0048-logins.ts';
import { mailTextTranslations } from './migrations/0049-mail-text-translations.ts';
import { languageOfAnAccount } from './migrations/0050-language-of-an-account.ts';
import { isThere, type Migration, type MigrationTools } from './migrations/migration.ts';
import { newerThan, type PreviousRelease, previousRelease } from './release/previous-release.ts';

/** Oldest first. There are no down migrations: mistakes are fixed by a later migration. */
export const migrations: Migration[] = [
  initial,
  admin,
  search,
  text,
  variants,
  attempts,
  upkeep,
  joinedCarts,
  unusedIndexes,
  names,
  adminLists,
  mail,
  guestOrders,
  accountTokens,
  invoices,
  delivery,
  mailLists,
  addressBook,
  parcels,
  promotions,
  returns,
  billingAddress,
  searches,
  keptUses,
  mailsAbout,
  mailTexts,
  pages,
  restockWishes,
  specification,
  savedViews,
  variantPictures,
  textsPerLanguage,
  glossary,
  pageTexts,
  languageOfAnOrder,
  orderTotals,
  settings,
  devices,
  stockMovements,
  namesInOrder,
  logins,
  mailTextTranslations,
  languageOfAnAccount,
];

/** The schema of the database does not fit this version of the store; the message is one sentence for the operator. */
export class SchemaError extends Error {
  override name = 'SchemaError';
}

/** Recorded among the migrations of a database while it is filled with the tables of another one. */
export const UNFINISHED = '9999-unfinished-copy';

/**
 * Brings the database to the current schema, and returns the names of the migrations it ran. The caller must be
 * inside `database.exclusively`, so that servers starting at the same time run each migration once. Resumes a run
 * that was interrupted. Migrations of a newer version after which this one can go on are no obstacle. `release` is the one that
 * may still be running, which goes on with what is run here.
 * @throws {SchemaError} if the database belongs to a newer version or is only a part of one, or a migration fails.
 */
export async function migrate(database: Database, release = previousRelease): Promise<string[]> {
  return database.transaction(async () => {
    await createStorage(database.sequelize);
    const tolerated = await toleratedMigrations(database);
    const names = await namesIn(database.sequelize);
    refuseSchema(
      names.filter((name) => !tolerated.includes(name)),
      'start that version',
    );
    return run(database, migrations, release);
  });
}

/** Those migrations of a newer version after which this one can still work with the database. */
export async function toleratedMigrations(database: Database): Promise<string[]> {
  const unknown = unknownMigrations(await namesIn(database.sequelize));
  const tools = migrationTools(database);
  if (unknown.length === 0 || !(await isThere(tools, 'migrations', 'runsWith'))) return [];
  const rows = await tools.select<{ name: string; runsWith: string | null }>('SELECT name, runsWith FROM migrations');
  const known = migrations.map(({ name }) => name);
  return rows.flatMap(({ name, runsWith }) =>
    runsWith !== null && unknown.includes(name) && known.includes(runsWith) ? name : [],
  );
}

/** Brings a database that is only a part of one through the migrations of these `names`, as `migrate` does. */
export async function migratePart(database: Database, names: readonly string[]): Promise<void> {
  await database.transaction(() =>
    run(
      database,
      migrations.filter(({ name }) => names.includes(name)),
    ),
  );
}

/** From now on no store uses the database, until `endPart`: also if the process ends before. */
export async function beginPart(database: Database): Promise<void> {
  const { sequelize } = database;
  await database.transaction(async () => {
    await createStorage(sequelize);
    if ((await namesIn(sequelize)).includes(UNFINISHED)) return;
    await sequelize.query('INSERT INTO migrations (name) VALUES (?)', { replacements: [UNFINISHED] });
  });
}

export async function endPart(database: Database): Promise<void> {
  await database.transaction(() =>
    database.sequelize.query('DELETE FROM migrations WHERE name = ?', { replacements: [UNFINISHED] }),
  );
}

async function run(
  database: Database,
  wanted: readonly Migration[],
  release: PreviousRelease = previousRelease,
): Promise<string[]> {
  const { sequelize } = database;
  const tools = migrationTools(database);
  const umzug = new Umzug({
    migrations: wanted.map(({ name, up }) => ({ name, up: () => up(tools) })),
    storage: storageIn(sequelize, tools, release),
    logger: undefined,
  });
  const done = await umzug.up().catch((error: unknown) => {
    throw error instanceof MigrationError ? cannotMigrate(error) : error;
  });
  return done.map(({ name }) => name);
}

function cannotMigrate({ migration, cause }: MigrationError): SchemaError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SchemaError(`The database cannot be migrated to ${migration.name}: ${why}.`, { cause });
}

/**
 * Refuses a database whose migrations this version of the store cannot work with: it does not know what a newer one has
 * changed, so it could write wrong data. `advice` says what to do with a newer one instead.
 * @throws {SchemaError} with one sentence.
 */
export function refuseSchema(executed: readonly string[], advice: string): void {
  if (executed.includes(UNFINISHED)) {
    throw new SchemaError('The database has only a part of what was to be restored or moved into it: do that again.');
  }
  const unknown = unknownMigrations(executed);
  if (unknown.length === 0) return;
  throw new SchemaError(
    `The database belongs to a newer version of Lantern (it has ${unknown.join(', ')}): ${advice}.`,
  );
}

/** Those migrations that only a newer version of the store has. */
export function unknownMigrations(names: readonly string[]): string[] {
  return names.filter((name) => name !== UNFINISHED && !migrations.some((migration) => migration.name === name));
}

/** The tools for migrations on this database; they skip statements that an interrupted run has already executed. */
export function migrationTools({ sequelize, dialect }: Database): MigrationTools {
  return {
    ddl: dialect.ddl,
    async run(sql, values) {
      await sequelize.query(sql, { replacements: values }).catch((error: unknown) => {
        if (!dialect.isAlreadyApplied(error)) throw error;
      });
    },
    select: (sql, values) => sequelize.query(sql, { type: QueryTypes.SELECT, replacements: values }),
  };
}

/** Replaces umzug's Sequelize storage, which calls `sync()`: that must never touch this schema. */
function storageIn(sequelize: Sequelize, tools: MigrationTools, release: PreviousRelease): UmzugStorage {
  const newer = newerThan(release, migrations).map(({ name }) => name);
  return {
    executed: () => namesIn(sequelize),
    async logMigration({ name }) {
      if (!newer.includes(name)) return tools.run('INSERT INTO migrations (name) VALUES (?)', [name]);
      if (!(await isThere(tools, 'migrations', 'runsWith')))
        await tools.run(`ALTER TABLE migrations ADD COLUMN ${RUNS_WITH}`);
      await tools.run('INSERT INTO migrations (name, runsWith) VALUES (?, ?)', [name, release.migration]);
    },
    async unlogMigration() {
      throw new Error('Migrations run forward only.');
    },
  };
}

/** The migration that a version must have to work with a database that has been through this one; NULL if it must have this one. */
const RUNS_WITH = 'runsWith VARCHAR(100) NULL';

async function createStorage(sequelize: Sequelize): Promise<void> {
  // An account of the database without rights to create tables may find nothing to do.
  if (await sequelize.getQueryInterface().tableExists('migrations')) return;
  await sequelize.query(`CREATE TABLE IF NOT EXISTS migrations (name VARCHAR(100) NOT NULL PRIMARY KEY, ${RUNS_WITH})`);
}

async function namesIn(sequelize: Sequelize): Promise<string[]> {
  const rows = await sequelize.query<{ name: string }>('SELECT name FROM migrations ORDER BY name', {
    type: QueryTypes.SELECT,
  });
  return rows.map(({ name }) => name);
}
