import type { Services } from '@lantern/api/services';
import { currentScope, observeStep, type Step } from './scope.ts';

/** The verb of a statement and its first table. */
const STATEMENT = /^\s*(\w+)(?:[\s\S]*?\b(?:FROM|INTO|UPDATE)\s+[`"]?(\w+))?/i;

/** Makes steps of what requests ask of the database and of the payment provider. Without SQL, which may have values in it. */
export function observeServices({ database, payments }: Pick<Services, 'database' | 'payments'>): void {
  const { sequelize, dialect } = database;
  const system = { 'db.system.name': dialect.name };
  const steps = new WeakMap<object, Step>();
  payments.observe = (what, work) => observeStep(`payments ${what}`, work);
  database.observe = (sql, work) => observeStep(statementName(sql), work, system);
  sequelize.addHook('beforeQuery', (options: object, query: object) => {
    const step = currentScope()?.begin(queryName(options, query), system);
    if (step) steps.set(query, step);
  });
  // It also runs after errors, without saying so: the request says that it has failed.
  sequelize.addHook('afterQuery', (_: unknown, query: object) => steps.get(query)?.end());
}

/** `SELECT orders`, `TRANSACTION`. */
function statementName(sql: string): string {
  const [, verb = '', table = ''] = STATEMENT.exec(sql) ?? [];
  return `${verb.toUpperCase()} ${table}`.trim();
}

/** The same of what Sequelize sends: it tells the kind of a query and the model that it is for, but not yet its SQL. */
function queryName(options: object, query: object): string {
  const type = 'type' in options ? String(options.type) : 'QUERY';
  const table: unknown = 'model' in query ? Reflect.get(Object(query.model), 'tableName') : undefined;
  return typeof table === 'string' ? `${type} ${table}` : type;
}
