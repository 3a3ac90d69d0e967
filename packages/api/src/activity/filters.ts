import { normalizeEmail } from '@lantern/text/email';
import { z } from 'zod';
import { moment, text } from '../shared/schema.ts';

/** The filters of the log page and of exports. Times are ISO 8601; both bounds are inclusive. */
export const activityFilters = z.object({
  /** An admin's email, a part of it, or the number of their account. */
  actor: text.min(1).max(191).optional(),
  /** `product.update`, or `product` for all of its actions. */
  action: text.min(1).max(60).optional(),
  /** An entity type, `product`, or one entity: `product:12`. */
  entity: text.min(1).max(105).optional(),
  from: moment.optional(),
  to: moment.optional(),
});
export type ActivityFilters = z.output<typeof activityFilters>;

/** The conditions an entry has to meet; undefined ones are ignored. */
interface ActivityCriteria {
  actorId?: number;
  /** A literal substring of the actor's email. */
  actorEmail?: string;
  action?: string;
  /** A literal prefix of the action. */
  actionStart?: string;
  entityType?: string;
  entityId?: string;
  from?: Date;
  to?: Date;
}

/** The criteria the filters express, used by the database query and by `matches`, so that list and stream agree. */
export function criteriaOf({ actor, action, entity, from, to }: ActivityFilters): ActivityCriteria {
  const isNumber = actor !== undefined && /^\d+$/.test(actor);
  const [entityType, ...id] = entity?.split(':') ?? [];
  return {
    actorId: isNumber ? Number(actor) : undefined,
    actorEmail: isNumber || actor === undefined ? undefined : (normalizeEmail(actor) ?? actor.toLowerCase()),
    action: action?.includes('.') ? action : undefined,
    actionStart: action === undefined || action.includes('.') ? undefined : `${action}.`,
    entityType,
    entityId: id.length > 0 ? id.join(':') : undefined,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}

interface FilteredEntry {
  /** ISO 8601. */
  at: string;
  actor: { id: number | null; email: string };
  action: string;
  entity: { type: string; id: string };
}

/** Whether a list with these filters includes the entry: for entries of the stream, which is not filtered. */
export function matches({ at, actor, action, entity }: FilteredEntry, filters: ActivityFilters): boolean {
  const criteria = criteriaOf(filters);
  const equals = (value: string | number | null, expected: string | number | undefined) =>
    expected === undefined || value === expected;
  const time = Date.parse(at);
  return (
    equals(actor.id, criteria.actorId) &&
    actor.email.includes(criteria.actorEmail ?? '') &&
    equals(action, criteria.action) &&
    action.startsWith(criteria.actionStart ?? '') &&
    equals(entity.type, criteria.entityType) &&
    equals(entity.id, criteria.entityId) &&
    time >= (criteria.from?.getTime() ?? Number.NEGATIVE_INFINITY) &&
    time <= (criteria.to?.getTime() ?? Number.POSITIVE_INFINITY)
  );
}
