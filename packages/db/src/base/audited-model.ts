import type { Model } from 'sequelize-typescript';
import { auditedOptions, columnOf } from '../activity/audited.ts';
import { BaseModel } from './base-model.ts';

/**
 * Something of which every change by an admin is written into the activity log, in the transaction of
 * the change itself. What may be told of it stands in `@Audited` on its class; the recorder
 * (activity/recorder.ts) writes the entry, and refuses statements that would bypass it.
 */
export abstract class AuditedModel<M extends Model> extends BaseModel<M> {
  /** What the log and the admin's pages address it by. */
  entityId(): string {
    return String(columnOf(this, auditedOptions(this.constructor).id ?? 'id'));
  }

  /** What people know it by. */
  entityLabel(): string {
    return String(columnOf(this, auditedOptions(this.constructor).label));
  }
}

/** A row of any audited table. */
export type AuditedRow = AuditedModel<Model>;
