import { normalEmail } from '@lantern/text/email';
import { z } from 'zod';
import { text } from '../shared/schema.ts';

/** The filters of the log, for its page as for an export. Times are ISO 8601; both bounds are inclusive. */
export const activityFilters = z.object({
  /** An admin's email, a part of it, or the number of their account. */
  actor: text.min(1).max(191).optional(),
  /** `product.update`, or `product` for all of its actions. */
  action: text.min(1).max(60).optional(),
  /** An entity type, `product`, or one entity: `product:12`. */
  entity: text.min(1).max(105).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type ActivityFilters = z.output<typeof activityFilters>;

/** What an entry has to meet, spelled out: what is undefined does not matter. */
interface ActivityCriteria {
  actorId?: number;
  /** Contained in the actor's email, letter by letter. */
  actorEmail?: string;
  action?: string;
  /** The start of the action, letter by letter. */
  actionStart?: string;
  entityType?: string;
  entityId?: string;
  from?: Date;
  to?: Date;
}

/** What the filters mean. The database's query and `matches` both follow it, so that a list and a stream agree. */
export function criteriaOf({ actor, action, entity, from, to }: ActivityFilters): ActivityCriteria {
  const isNumber = actor !== undefined && /^\d+$/.test(actor);
  const [entityType, ...id] = entity?.split(':') ?? [];
  return {
    actorId: isNumber ? Number(actor) : undefined,
    actorEmail: isNumber || actor === undefined ? undefined : (normalEmail(actor) ?? actor.toLowerCase()),
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

/** Whether a list with these filters has the entry: for entries that arrive through the stream, which is not filtered. */
export function matches({ at, actor, action, entity }: FilteredEntry, filters: ActivityFilters): boolean {
  const wanted = criteriaOf(filters);
  const equals = (value: string | number | null, by: string | number | undefined) => by === undefined || value === by;
  const time = Date.parse(at);
  return (
    equals(actor.id, wanted.actorId) &&
    actor.email.includes(wanted.actorEmail ?? '') &&
    equals(action, wanted.action) &&
    action.startsWith(wanted.actionStart ?? '') &&
    equals(entity.type, wanted.entityType) &&
    equals(entity.id, wanted.entityId) &&
    time >= (wanted.from?.getTime() ?? Number.NEGATIVE_INFINITY) &&
    time <= (wanted.to?.getTime() ?? Number.POSITIVE_INFINITY)
  );
}
