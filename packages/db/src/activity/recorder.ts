import { beginningOf } from '@lantern/text/normal';
import { Model, type ModelStatic } from 'sequelize';
import { AuditedModel, type AuditedRow } from '../base/audited-model.ts';
import { ActivityEntry, type FieldChange } from '../models/activity-entry.ts';
import { ActivityHead } from '../models/activity-head.ts';
import { type Actor, actingAsShop } from './actor.ts';
import { auditedOptions, columnOf, type Part, partOptions } from './audited.ts';
import { hashOf } from './chain.ts';
import { differences, type Snapshot, snapshotOfParts, snapshotOfRow } from './snapshot.ts';

/** A thing that the unit of work has laid hands on, and how its touched sides looked before. */
interface TrackedEntity {
  model: ModelStatic<Model>;
  id: number;
  actor: Actor;
  /** The row as it was; null where this unit of work makes it. */
  row: AuditedRow | null;
  self: Snapshot | null;
  parts: Map<Part, Snapshot>;
}

const EMAIL_LENGTH = 191;
const LABEL_LENGTH = 200;

/**
 * Writes the activity log of one transaction. Hooks tell it of every row that is about to change; it
 * keeps how the thing looked, and before the commit compares: one entry for each thing that really is
 * different, and none where it isn't.
 */
export class ActivityRecorder {
  readonly #touched = new Map<string, TrackedEntity>();
  readonly #announced = new WeakSet<Model>();

  /** Call before `row` is created, changed or deleted. Rows that nobody audits are passed over. */
  async announce(row: Model, actor: Actor): Promise<void> {
    this.#announced.add(row);
    const part = partOptions(row.constructor);
    if (part) {
      const touched = await this.#touch(part.of(), Number(columnOf(row, part.by)), actor);
      if (!touched.parts.has(part)) touched.parts.set(part, await snapshotOfParts(part, touched.id));
    } else if (row instanceof AuditedModel && !row.isNewRecord) {
      const touched = await this.#touch(modelOf(row), Number(row.id), actor);
      touched.self ??= snapshotOfRow(touched.row);
    }
  }

  /** Call after `row` was created: only now it has a number. */
  created(row: Model, actor: Actor): void {
    if (!(row instanceof AuditedModel)) return;
    const model = modelOf(row);
    const id = Number(row.id);
    this.#touched.set(`${model.name} ${id}`, { model, id, actor, row: null, self: new Map(), parts: new Map() });
  }

  /** True for a row that was announced: a statement about any other would slip past the log. */
  knows(row: unknown): boolean {
    return row instanceof Model && this.#announced.has(row);
  }

  async #touch(model: ModelStatic<Model>, id: number, actor: Actor): Promise<TrackedEntity> {
    const key = `${model.name} ${id}`;
    const known = this.#touched.get(key);
    if (known) return known;
    const row = await find(model, id);
    const touched: TrackedEntity = { model, id, actor, row, self: null, parts: new Map() };
    this.#touched.set(key, touched);
    return touched;
  }

  /**
   * Writes what has changed; the last thing in a transaction, so that the lock on the log's end is
   * held as briefly as can be. Answers the newest entry's number, or null when there was nothing to tell.
   */
  async write(): Promise<number | null> {
    if (this.#touched.size === 0) return null;
    const drafts: Draft[] = [];
    for (const touched of this.#touched.values()) drafts.push(...(await draftsOf(touched)));
    if (drafts.length === 0) return null;
    return actingAsShop(() => append(drafts));
  }
}

type Draft = Omit<ActivityEntry['_creationAttributes'], 'seq' | 'at' | 'previousHash' | 'hash'>;

async function draftsOf(touched: TrackedEntity): Promise<Draft[]> {
  const { model, id, actor } = touched;
  const row = await find(model, id);
  const shown = row ?? touched.row;
  if (!shown) return [];
  const changes: FieldChange[] = touched.self ? differences(model, touched.self, snapshotOfRow(row)) : [];
  for (const [part, before] of touched.parts) {
    changes.push(...differences(model, before, await snapshotOfParts(part, id)));
  }
  if (changes.length === 0) return [];
  const { entity } = auditedOptions(model);
  const kind = touched.row === null ? 'create' : row === null ? 'delete' : 'update';
  return [
    {
      actorId: actor.id,
      actorEmail: beginningOf(actor.email, EMAIL_LENGTH),
      action: `${entity}.${actor.verb ?? kind}`,
      entityType: entity,
      entityId: shown.entityId(),
      entityLabel: beginningOf(shown.entityLabel(), LABEL_LENGTH),
      changes,
      requestId: actor.requestId,
      ip: actor.ip,
    },
  ];
}

async function append(drafts: Draft[]): Promise<number> {
  const head = await ActivityHead.findByPk(1, { lock: true, rejectOnEmpty: true });
  const at = new Date();
  let { seq, hash } = head;
  for (const draft of drafts) {
    const entry = { ...draft, seq: ++seq, at, previousHash: hash };
    hash = hashOf(entry);
    await ActivityEntry.create({ ...entry, hash });
  }
  await head.update({ seq, hash });
  return seq;
}

function modelOf(row: Model): ModelStatic<Model> {
  const { sequelize } = row;
  return sequelize.model(row.constructor.name);
}

async function find(model: ModelStatic<Model>, id: number): Promise<AuditedRow | null> {
  const row = await model.findByPk(id, { lock: true });
  return row instanceof AuditedModel ? row : null;
}
