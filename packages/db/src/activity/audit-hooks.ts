import { type Model, QueryTypes, type Sequelize } from 'sequelize';
import { partOptions } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';
import { TransactionScope } from '../transaction.ts';
import { currentActor } from './actor.ts';

const WRITES: unknown[] = [
  QueryTypes.INSERT,
  QueryTypes.UPDATE,
  QueryTypes.UPSERT,
  QueryTypes.DELETE,
  QueryTypes.BULKUPDATE,
  QueryTypes.BULKDELETE,
];

/**
 * Connects the activity log to the database. In an admin's unit of work, the transaction's recorder
 * tracks every row before it changes. Statements that change an audited table in any other way (a bulk
 * update, an increment, disabled hooks) are refused, so that no change goes unlogged. Shoppers'
 * purchases, which take stock with one update, are not affected.
 */
export function installAuditHooks(sequelize: Sequelize): void {
  const track = async (row: Model) => {
    const actor = currentActor();
    if (actor && isAudited(row.constructor)) await recorder().track(row, actor);
  };
  sequelize.addHook('beforeCreate', track);
  sequelize.addHook('beforeUpdate', track);
  sequelize.addHook('beforeDestroy', track);
  sequelize.addHook('afterCreate', (row: Model) => {
    const actor = currentActor();
    if (actor && isAudited(row.constructor)) recorder().trackCreated(row, actor);
  });
  sequelize.addHook('beforeQuery', ({ type, model, instance }: QueryInfo) => {
    if (!currentActor() || !WRITES.includes(type)) return;
    const table = instance?.constructor ?? model;
    if (table && !(isAudited(table) && recorder().isTracked(instance))) refuseUnlogged(table);
  });
}

/** @throws {Error} if an admin's change to rows of this model would need an entry in the activity log. */
export function refuseUnlogged(model: object): void {
  if (!currentActor() || !isAudited(model)) return;
  throw new Error(`This statement would change ${nameOf(model)} without an entry in the activity log.`);
}

/** What Sequelize passes to a hook about a statement that is about to run. */
interface QueryInfo {
  type?: unknown;
  model?: object;
  instance?: Model;
}

function isAudited(model: object): boolean {
  return partOptions(model) !== undefined || ('prototype' in model && model.prototype instanceof AuditedModel);
}

function recorder() {
  const scope = TransactionScope.current();
  if (!scope) throw new Error('Changes by an admin must run inside database.transaction().');
  return scope.recorder;
}

function nameOf(model: object): string {
  return 'name' in model ? String(model.name) : 'a table';
}
