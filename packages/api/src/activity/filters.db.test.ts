import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { type ActivityFilters, activityFilters, matches } from './filters.ts';
import { listActivity } from './service.ts';
import type { ActivityView } from './view.ts';

let t: TestServices;
let entries: ActivityView[] = [];
let actors: string[] = [];
let entities: string[] = [];
let times: string[] = [];

beforeAll(async () => {
  t = await startTestServices();
  const [mira, jo] = [await t.admin('Mira'), await t.admin('Jo')];
  const { id } = await mira.api.admin.categories.create({ name: 'Lamps' });
  await jo.api.admin.categories.create({ name: 'Mugs' });
  await jo.api.admin.categories.update({ id, name: 'Lights' });
  await jo.api.admin.synonyms.save({ words: ['lamp', 'light'] });
  const variants = [{ sku: 'RUG', priceCents: 9900, stock: 1 }];
  await mira.api.admin.products.create({ name: 'Rug', description: '', status: 'draft', categorySlugs: [], variants });
  entries = (await listActivity({ limit: 100 })).items;
  const ids = [...new Set(entries.map(({ actor }) => String(actor.id)))];
  const [local = ''] = jo.email.split('@');
  actors = [
    ...ids,
    '0',
    '7',
    jo.email,
    jo.email.toUpperCase(),
    ` ${jo.email} `,
    local,
    'J',
    'jo',
    '@',
    '%',
    'j_',
    'nobody',
  ];
  entities = entries.flatMap(({ entity }) => [entity.type, `${entity.type}:${entity.id}`]);
  entities.push('Category', 'categor', 'categor_', 'category:', `category:${id}0`, `category:${id}:1`, ':', 'order');
  const at = entries.map((entry) => entry.at);
  times = [...at, ...at.map(shiftedBy(-1)), ...at.map(shiftedBy(1)), (at[0] ?? '').replace('Z', '+00:00')];
});
afterAll(() => t[Symbol.asyncDispose]());

const shiftedBy = (ms: number) => (at: string) => new Date(Date.parse(at) + ms).toISOString();
const actions = [
  'category',
  'category.update',
  'category.upd',
  'categor',
  'categor_',
  '%',
  'Category',
  'CATEGORY.UPDATE',
];

/** The entries that the list returns for these filters, and those that `matches` accepts. */
async function both(input: ActivityFilters) {
  const filters = activityFilters.parse(input);
  const { items } = await listActivity({ ...filters, limit: 100 });
  const seqs = (found: ActivityView[]) => found.map(({ seq }) => seq);
  return { listed: seqs(items), matching: seqs(entries.filter((entry) => matches(entry, filters))) };
}

test('a list and matches agree on every single filter', async () => {
  const filters: ActivityFilters[] = [
    ...actors.map((actor) => ({ actor })),
    ...[...actions, ...entries.map(({ action }) => action)].map((action) => ({ action })),
    ...entities.map((entity) => ({ entity })),
    ...times.flatMap((at) => [{ from: at }, { to: at }]),
  ];
  for (const filter of filters) {
    const { listed, matching } = await both(filter);
    expect({ ...filter, found: matching }).toEqual({ ...filter, found: listed });
  }
});

test('an actor is found by number, and by email in any case', async () => {
  const { actor } = entries[0] ?? { actor: { id: 0, email: '' } };
  const expected = entries.filter((entry) => entry.actor.id === actor.id).map(({ seq }) => seq);
  for (const typed of [String(actor.id), actor.email, actor.email.toUpperCase()]) {
    expect((await both({ actor: typed })).matching).toEqual(expected);
  }
});

test('a list and matches agree on combinations of filters', async () => {
  const optional = (values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const filters = fc.record({
    actor: optional(actors),
    action: optional(actions),
    entity: optional(entities),
    from: optional(times),
    to: optional(times),
  });
  await fc.assert(
    fc.asyncProperty(filters, async (combination) => {
      const { listed, matching } = await both(combination);
      expect(matching).toEqual(listed);
    }),
    { numRuns: soak(30, 300) },
  );
});
