import { activityHead } from '@lantern/api/activity/service';
import { mutations } from '@lantern/api/admin/every-procedure.cases';
import { type AdminApi, startAdminServices } from '@lantern/api/testing/admin-services';
import type { TestServices } from '@lantern/api/testing/test-services';
import { beforeAll, expect, test } from 'vitest';
import { inputOf, nothingKnown, unknownIn, withAnswer } from '../apps/web/src/admin/activity/known-names.ts';
import { logNames } from '../apps/web/src/admin/activity/log-names.ts';
import { plainTold, tellEntry } from '../apps/web/src/admin/activity/told.ts';

/*
 * What the activity log shows of every change that admins can make, as they read it: sentences with names, and nothing
 * of how the store keeps its data.
 */

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  const started = await startAdminServices();
  t = started.t;
  admin = started.api.admin;
});

type Entry = Awaited<ReturnType<AdminApi['admin']['activity']['list']>>['items'][number];

/** The text of each entry's row. */
async function rowsOf(entries: Entry[]): Promise<string[]> {
  const batch = unknownIn(entries, new Map());
  const known = withAnswer(nothingKnown, batch, await admin.activity.names(inputOf(batch)));
  const names = logNames(known, await admin.categories.list());
  return entries.map((entry) => {
    const told = tellEntry(entry, names);
    const rest = told.rest.flatMap(({ label, before, after }) => [label, before ?? '', after ?? '']);
    return [plainTold(told, names), ...rest].join(' ');
  });
}

test.each(Object.keys(mutations))('the row of %s has no word that only a programmer knows', async (path) => {
  const { change } = (await mutations[path]?.(t, admin)) ?? {};
  const { seq: before } = await activityHead();
  await change?.();
  const { items } = await admin.activity.list({ limit: 10 });
  const entries = items.filter(({ seq }) => seq > before);
  expect(entries).not.toEqual([]);
  for (const [place, text] of (await rowsOf(entries)).entries()) {
    const { entity, changes } = entries[place] ?? { entity: { id: '', label: '' }, changes: [] };
    // What people have typed may look like anything.
    const own = text.replaceAll(entity.label, '').replace(/\S+@\S+/g, '');
    expect(own, 'a name of a field').not.toMatch(/[a-z][A-Z]|[a-z]_[a-z]|\b[a-z]+\.\w/);
    expect(own, 'a value of a program').not.toMatch(/[{}[\]]|"|\b(?:null|undefined|true|false|NaN)\b|#\d/);
    for (const { field } of changes) if (/[.A-Z_]/.test(field)) expect(text).not.toContain(field);
  }
});
