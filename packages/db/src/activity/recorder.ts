import { truncate } from '@lantern/text/normalize';
import { Model, type ModelStatic } from 'sequelize';
import { auditedOptions, columnOf, type Part, partOptions } from '../base/audited.ts';
import { AuditedModel, type AuditedRow } from '../base/audited-model.ts';
import type { FieldChange } from '../base/field-change.ts';
import { ActivityEntry } from '../models/activity-entry.ts';
import { ActivityHead } from '../models/activity-head.ts';
import { type Actor, actingAsSystem } from './actor.ts';
import { hashOf } from './chain.ts';
import { differences, type Snapshot, snapshotOfParts, snapshotOfRow } from './snapshot.ts';

/** An entity that the unit of work changes, with snapshots from before the change. */
interface TrackedEntity {
  model: ModelStatic<Model>;
  id: number;
  actor: Actor;
  /** The row before the change; null if this unit of work creates it. */
  row: AuditedRow | null;
  self: Snapshot | null;
  parts: Map<Part, Snapshot>;
}

/** What the store itself has changed. */
interface Note {
  action: string;
  row: AuditedRow;
  changes: FieldChange[];
}

/** Who has made a change that no admin has made. */
const SYSTEM = { actorId: null, actorEmail: 'system' };
const EMAIL_LENGTH = 191;
const LABEL_LENGTH = 200;

/**
 * Writes the activity log of one transaction. Hooks pass it every row before it changes; it takes a
 * snapshot of the entity and compares it with the final state before the commit. Each entity that really
 * changed gets one entry; the others get none.
 */
export class ActivityRecorder {
  readonly #entities = new Map<string, TrackedEntity>();
  readonly #tracked = new WeakSet<Model>();
  readonly #notes: Draft[] = [];

  /** Call before `row` is created, changed or deleted. Ignores rows of tables that are not audited. */
  async track(row: Model, actor: Actor): Promise<void> {
    this.#tracked.add(row);
    const part = partOptions(row.constructor);
    if (part) {
      const entity = await this.#entity(part.of(), Number(columnOf(row, part.by)), actor);
      if (!entity.parts.has(part)) entity.parts.set(part, await snapshotOfParts(part, entity.id));
    } else if (row instanceof AuditedModel && !row.isNewRecord) {
      const entity = await this.#entity(modelOf(row), Number(row.id), actor);
      entity.self ??= snapshotOfRow(entity.row);
    }
  }

  /** Call after `row` was created, when it has an id. */
  trackCreated(row: Model, actor: Actor): void {
    if (!(row instanceof AuditedModel)) return;
    const model = modelOf(row);
    const id = Number(row.id);
    this.#entities.set(`${model.name} ${id}`, { model, id, actor, row: null, self: new Map(), parts: new Map() });
  }

  /** Whether a row is tracked; a statement that changes any other row would bypass the log. */
  isTracked(row: unknown): boolean {
    return row instanceof Model && this.#tracked.has(row);
  }

  /** Logs a change that the store itself makes to an entity, by no admin, in any way. */
  note({ action, row, changes }: Note): void {
    this.#notes.push({ ...SYSTEM, action, ...whichOf(row), changes, requestId: null, ip: null });
  }

  async #entity(model: ModelStatic<Model>, id: number, actor: Actor): Promise<TrackedEntity> {
    const key = `${model.name} ${id}`;
    const known = this.#entities.get(key);
    if (known) return known;
    const row = await find(model, id);
    const entity: TrackedEntity = { model, id, actor, row, self: null, parts: new Map() };
    this.#entities.set(key, entity);
    return entity;
  }

  /**
   * Writes the entries. Must be the last step of a transaction, so that the lock on the log's head is
   * held as briefly as possible. Returns the new entries, oldest first; none if nothing changed.
   */
  async write(): Promise<ActivityEntry[]> {
    const drafts: Draft[] = [...this.#notes];
    for (const entity of this.#entities.values()) drafts.push(...(await draftsOf(entity)));
    if (drafts.length === 0) return [];
    return actingAsSystem(() => append(drafts));
  }
}

type Draft = Omit<ActivityEntry['_creationAttributes'], 'seq' | 'at' | 'previousHash' | 'hash'>;

async function draftsOf(tracked: TrackedEntity): Promise<Draft[]> {
  const { model, id, actor } = tracked;
  const row = await find(model, id);
  const shown = row ?? tracked.row;
  if (!shown) return [];
  const changes: FieldChange[] = tracked.self ? differences(model, tracked.self, snapshotOfRow(row)) : [];
  for (const [part, before] of tracked.parts) {
    changes.push(...differences(model, before, await snapshotOfParts(part, id)));
  }
  if (changes.length === 0) return [];
  const { entity } = auditedOptions(model);
  const kind = tracked.row === null ? 'create' : row === null ? 'delete' : 'update';
  return [
    {
      actorId: actor.id,
      actorEmail: truncate(actor.email, EMAIL_LENGTH),
      action: `${entity}.${actor.verb ?? kind}`,
      ...whichOf(shown),
      changes,
      requestId: actor.requestId,
      ip: actor.ip,
    },
  ];
}

function whichOf(row: AuditedRow): Pick<Draft, 'entityType' | 'entityId' | 'entityLabel'> {
  const { entity: entityType } = auditedOptions(row.constructor);
  return { entityType, entityId: row.entityId(), entityLabel: truncate(row.entityLabel(), LABEL_LENGTH) };
}

async function append(drafts: Draft[]): Promise<ActivityEntry[]> {
  const head = await ActivityHead.findByPk(1, { lock: true, rejectOnEmpty: true });
  const at = new Date();
  let { seq, hash } = head;
  const entries: ActivityEntry[] = [];
  for (const draft of drafts) {
    const entry = { ...draft, seq: ++seq, at, previousHash: hash };
    hash = hashOf(entry);
    entries.push(await ActivityEntry.create({ ...entry, hash }));
  }
  await head.update({ seq, hash });
  return entries;
}

function modelOf(row: Model): ModelStatic<Model> {
  const { sequelize } = row;
  return sequelize.model(row.constructor.name);
}

async function find(model: ModelStatic<Model>, id: number): Promise<AuditedRow | null> {
  const row = await model.findByPk(id, { lock: true });
  return row instanceof AuditedModel ? row : null;
}
