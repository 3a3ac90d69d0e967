import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { ActivityHead } from '@lantern/db/models/activity-head';
import { Op, type WhereOptions } from '@lantern/db/query';
import { z } from 'zod';
import { decodeCursor, type Page, toPage } from '../shared/paging.ts';
import { notFound } from '../shared/shop-error.ts';
import { beginsWith, contains } from '../shared/text-search.ts';
import { type ActivityFilters, criteriaOf } from './filters.ts';
import { type ActivityView, viewEntry } from './view.ts';

const EXPORT_BATCH = 500;
const cursorKeys = z.tuple([z.number().int()]);

export interface ActivityPage extends Page<ActivityView> {
  /** The newest entry's number, whatever the filters: where a stream takes over from this list. */
  headSeq: number;
}

/** The log, newest first. */
export async function listActivity(
  filters: ActivityFilters & { cursor?: string | null; limit: number },
): Promise<ActivityPage> {
  const { cursor, limit } = filters;
  const after = decodeCursor(cursor, cursorKeys);
  // Read the head before the entries, so that an entry written in between is streamed instead of missed.
  const { seq: headSeq } = await activityHead();
  const rows = await ActivityEntry.findAll({
    where: { [Op.and]: [filtersOf(filters), { seq: { [Op.lte]: headSeq, ...(after && { [Op.lt]: after[0] }) } }] },
    order: [['seq', 'DESC']],
    limit: limit + 1,
    raw: true,
  });
  return { ...toPage(rows, limit, ({ seq }) => [seq], viewEntry), headSeq };
}

/** All matching entries up to this one, newest first, read in batches as they are consumed. */
export async function* exportActivity(filters: ActivityFilters, headSeq: number): AsyncGenerator<ActivityEntry> {
  const where = filtersOf(filters);
  for (let before = headSeq + 1; ; ) {
    const rows = await ActivityEntry.findAll({
      where: { [Op.and]: [where, { seq: { [Op.lt]: before } }] },
      order: [['seq', 'DESC']],
      limit: EXPORT_BATCH,
      raw: true,
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < EXPORT_BATCH) return;
    before = last.seq;
  }
}

/** An entry as it is stored: under the field names of its time, with its hash. @throws {ShopError} NOT_FOUND. */
export async function storedEntry(seq: number) {
  const entry = await ActivityEntry.findByPk(seq, { raw: true });
  if (!entry) throw notFound('entry');
  return { ...entry, at: entry.at.toISOString() };
}

/** The number and hash of the newest entry. A copy kept elsewhere reveals when entries are cut off. */
export async function activityHead(): Promise<{ seq: number; hash: string }> {
  const { seq, hash } = await ActivityHead.findByPk(1, { raw: true, rejectOnEmpty: true });
  return { seq, hash };
}

/** When an entry was written, ISO 8601 in UTC: it tells whether two logs are one. Empty if there is no such entry. */
export async function timeOfEntry(seq: number): Promise<string> {
  const entry = await ActivityEntry.findByPk(seq, { attributes: ['at'], raw: true });
  return entry?.at.toISOString() ?? '';
}

function filtersOf(filters: ActivityFilters): WhereOptions<ActivityEntry> {
  const { actorId, actorEmail, action, actionStart, entityType, entityId, from, to } = criteriaOf(filters);
  const conditions: WhereOptions<ActivityEntry>[] = [];
  if (actorId !== undefined) conditions.push({ actorId });
  if (actorEmail !== undefined) conditions.push(contains('actorEmail', actorEmail));
  if (action !== undefined) conditions.push({ action });
  if (actionStart !== undefined) conditions.push({ action: beginsWith(actionStart) });
  if (entityType !== undefined) conditions.push({ entityType });
  if (entityId !== undefined) conditions.push({ entityId });
  if (from) conditions.push({ at: { [Op.gte]: from } });
  if (to) conditions.push({ at: { [Op.lte]: to } });
  return { [Op.and]: conditions };
}
