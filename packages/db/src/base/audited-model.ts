import type { Model } from 'sequelize-typescript';
import { auditedOptions, columnOf } from './audited.ts';
import { BaseModel } from './base-model.ts';

/**
 * An entity whose changes by admins are written to the activity log, in the same transaction as the
 * change. `@Audited` on its class defines what is logged; the recorder (activity/recorder.ts) writes the
 * entry, and the hooks (activity/audit-hooks.ts) refuse statements that would bypass it.
 */
export abstract class AuditedModel<M extends Model> extends BaseModel<M> {
  /** Identifies it in the log and in the admin area. */
  entityId(): string {
    return String(columnOf(this, auditedOptions(this.constructor).id ?? 'id'));
  }

  /** The name that people recognise it by. */
  entityLabel(): string {
    return String(columnOf(this, auditedOptions(this.constructor).label));
  }
}

/** A row of any audited table. */
export type AuditedRow = AuditedModel<Model>;
