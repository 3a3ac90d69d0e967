import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { startAdminServices } from '../../testing/admin-services.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { categories, promotions } = api.admin;

type Node = Awaited<ReturnType<typeof categories.list>>[number];

/** The tree below a category, as nested slugs in their order. */
const shape = (nodes: Node[]): unknown[] => nodes.map(({ slug, children }) => [slug, ...shape(children)]);
const flatten = (nodes: Node[]): Node[] => nodes.flatMap((node) => [node, ...flatten(node.children)]);
async function find(slug: string): Promise<Node> {
  const node = flatten(await categories.list()).find((candidate) => candidate.slug === slug);
  if (!node) throw new Error(`There is no ${slug}.`);
  return node;
}

/** The log entries that `work` caused. */
async function logged(work: () => Promise<unknown>) {
  const { seq } = await activityHead();
  await work();
  const entries = await ActivityEntry.findAll({ order: ['seq'], raw: true });
  return entries
    .filter((entry) => entry.seq > seq)
    .map(({ action, entityLabel, changes }) => ({ action, entityLabel, changes }));
}

const product = (categorySlugs: string[]) =>
  api.admin.products.create({
    name: 'Item',
    description: '',
    status: 'active',
    categorySlugs,
    variants: [{ sku: crypto.randomUUID(), priceCents: 100, stock: 1 }],
  });

/** The categories in which shoppers find the product. */
async function categoriesOfProduct(id: number): Promise<string[]> {
  const slugs = flatten(await categories.list()).map(({ slug }) => slug);
  const found = await Promise.all(
    slugs.map(async (category) =>
      (await api.catalog.list({ category, limit: 100 })).items.some((item) => item.id === id) ? [category] : [],
    ),
  );
  return found.flat().sort();
}

test('a new category comes after its siblings, has its parent’s accent and is one log entry', async () => {
  const entries = await logged(async () => {
    expect(await categories.create({ name: 'Home' })).toMatchObject({ slug: 'home', parentId: null, position: 0 });
    const lamps = await categories.create({ name: 'Lamps & light', parentSlug: 'home' });
    expect(lamps).toMatchObject({ slug: 'lamps-light', parentId: (await find('home')).id, position: 0, accent: 1 });
    expect(await categories.create({ name: 'Rugs', parentSlug: 'home' })).toMatchObject({ position: 1 });
    expect(await categories.create({ name: 'Rugs' })).toMatchObject({ slug: 'rugs-2', accent: 2, position: 1 });
  });
  expect(entries.map(({ action, entityLabel }) => [action, entityLabel])).toEqual([
    ['category.create', 'Home'],
    ['category.create', 'Lamps & light'],
    ['category.create', 'Rugs'],
    ['category.create', 'Rugs'],
  ]);
  expect(shape(await categories.list())).toEqual([['home', ['lamps-light'], ['rugs']], ['rugs-2']]);
});

test('duplicate slugs, unknown parents and a fourth level are refused', async () => {
  expect(await failureOf(categories.create({ name: 'Home', slug: 'home' }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'slug_taken', fieldErrors: { slug: [expect.any(String)] } },
  });
  expect(await failureOf(categories.update({ id: (await find('rugs')).id, slug: 'home' }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'slug_taken' },
  });
  expect(await failureOf(categories.create({ name: 'X', parentSlug: 'nowhere' }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { parentSlug: [expect.any(String)] } },
  });
  await categories.create({ name: 'Desk lamps', parentSlug: 'lamps-light' });
  const tooDeep = { code: 'CONFLICT', cause: { reason: 'category_too_deep' } };
  expect(await failureOf(categories.create({ name: 'Red', parentSlug: 'desk-lamps' }))).toMatchObject(tooDeep);
  const { id } = await find('home');
  expect(await failureOf(categories.update({ id, parentSlug: 'rugs-2' }))).toMatchObject(tooDeep);
  expect(await failureOf(categories.update({ id: 999_999, name: 'X' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('moving a category moves its products, logged as one entry of the category', async () => {
  const both = await product(['desk-lamps', 'rugs']);
  const one = await product(['desk-lamps']);
  expect(await categoriesOfProduct(one.id)).toEqual(['desk-lamps', 'home', 'lamps-light']);
  const { id } = await find('desk-lamps');
  const [home, lamps, rugs2] = await Promise.all(['home', 'lamps-light', 'rugs-2'].map(find));
  const entries = await logged(() => categories.update({ id, parentSlug: 'rugs-2' }));
  expect(entries).toEqual([
    {
      action: 'category.update',
      entityLabel: 'Desk lamps',
      changes: [{ field: 'parentId', before: lamps?.id, after: rugs2?.id }],
    },
  ]);
  expect(await categoriesOfProduct(one.id)).toEqual(['desk-lamps', 'rugs-2']);
  expect(await categoriesOfProduct(both.id)).toEqual(['desk-lamps', 'home', 'rugs', 'rugs-2']);
  await categories.update({ id: (await find('rugs-2')).id, parentSlug: 'home' });
  expect(await categoriesOfProduct(one.id)).toEqual(['desk-lamps', 'home', 'rugs-2']);
  await categories.update({ id, parentSlug: null });
  expect(await categoriesOfProduct(one.id)).toEqual(['desk-lamps']);
  expect(await categoriesOfProduct(both.id)).toEqual(['desk-lamps', 'home', 'rugs']);
  expect((await api.admin.products.byId({ id: both.id })).version).toBe(1);
  expect(home?.productCount).toBe(2);
  expect((await find('home')).productCount).toBe(1);
});

test('moving a category renumbers its siblings', async () => {
  for (const name of ['One', 'Two', 'Three', 'Four']) await categories.create({ name, parentSlug: 'desk-lamps' });
  const order = async () => (await find('desk-lamps')).children.map(({ slug, position }) => `${position} ${slug}`);
  const { id } = await find('four');
  const entries = await logged(() => categories.update({ id, position: 1 }));
  expect(entries).toMatchObject([{ entityLabel: 'Four', changes: [{ field: 'position', before: 3, after: 1 }] }]);
  expect(await order()).toEqual(['0 one', '1 four', '2 two', '3 three']);
  expect(await categories.update({ id, position: 99 })).toMatchObject({ position: 3 });
  expect(await logged(() => categories.update({ id, name: 'Four', position: 3 }))).toEqual([]);
  await categories.update({ id: (await find('two')).id, parentSlug: 'home', position: 0 });
  expect(await order()).toEqual(['0 one', '1 three', '2 four']);
  expect((await find('home')).children[0]?.slug).toBe('two');
  await categories.delete({ id: (await find('one')).id });
  expect(await order()).toEqual(['0 three', '1 four']);
});

test('a category cannot be moved below itself, not even by concurrent moves', async () => {
  const { id } = await find('home');
  const cycle = { code: 'CONFLICT', cause: { reason: 'category_cycle' } };
  expect(await failureOf(categories.update({ id, parentSlug: 'home' }))).toMatchObject(cycle);
  expect(await failureOf(categories.update({ id, parentSlug: 'rugs' }))).toMatchObject(cycle);
  const [left, right] = [await categories.create({ name: 'Left' }), await categories.create({ name: 'Right' })];
  const moves = await Promise.allSettled([
    categories.update({ id: left.id, parentSlug: 'right' }),
    categories.update({ id: right.id, parentSlug: 'left' }),
  ]);
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const slugs = flatten(await categories.list()).map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining(['left', 'right']));
});

test('only an empty category can be deleted, which is logged', async () => {
  const notEmpty = { code: 'CONFLICT', cause: { reason: 'category_not_empty' } };
  expect(await failureOf(categories.delete({ id: (await find('home')).id }))).toMatchObject(notEmpty);
  expect(await failureOf(categories.delete({ id: (await find('rugs')).id }))).toMatchObject(notEmpty);
  const { id } = await find('three');
  expect(await logged(() => categories.delete({ id }))).toMatchObject([
    { action: 'category.delete', entityLabel: 'Three' },
  ]);
  expect(await failureOf(categories.delete({ id }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a category that a promotion is for cannot be deleted', async () => {
  const { id, slug } = await categories.create({ name: 'Reduced' });
  const promotion = { code: 'REDUCED', kind: 'percent', value: 10, active: true } as const;
  const created = await promotions.create({ ...promotion, categorySlugs: [slug] });
  const failure = await failureOf(categories.delete({ id }));
  expect(failure).toMatchObject({ code: 'CONFLICT', cause: { message: expect.stringContaining('REDUCED') } });
  await promotions.remove({ id: created.id });
  await categories.delete({ id });
});

test('a product added while its category moves gets the right ancestors', async () => {
  const { id } = await categories.create({ name: 'Moving' });
  const made = await Promise.all([
    ...Array.from({ length: 6 }, () => product(['moving'])),
    categories.update({ id, parentSlug: 'home' }),
    ...Array.from({ length: 6 }, () => product(['moving'])),
  ]);
  for (const item of made) {
    if ('variants' in item) expect(await categoriesOfProduct(item.id)).toEqual(['home', 'moving']);
  }
});

test('a move from an outdated position is refused', async () => {
  const { admin } = (await t.admin()).api;
  await admin.categories.create({ name: 'Moved from' });
  const [one, two] = [
    await admin.categories.create({ name: 'Moved one', parentSlug: 'moved-from' }),
    await admin.categories.create({ name: 'Moved two', parentSlug: 'moved-from' }),
  ];
  const move = { id: two.id, position: one.position, positionBefore: two.position };
  expect(await admin.categories.update(move)).toMatchObject({ position: 0 });
  expect(await failureOf(admin.categories.update(move))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'changed_since', details: { field: 'position', position: 0 } },
  });
});

test('names are found and sorted regardless of case, accents and Unicode form', async () => {
  const { slug: parentSlug } = await categories.create({ name: 'Dictionary' });
  for (const name of ['Fig', 'eagle', 'Écharpe', 'Чайник', 'Größe', 'ØREN', 'E\u0301pice']) {
    await categories.create({ name, parentSlug });
  }
  const names = (nodes: Node[]): string[] => flatten(nodes).map(({ name }) => name);
  const sorted = ['Dictionary', 'eagle', 'Écharpe', 'Épice', 'Fig', 'Größe', 'ØREN', 'Чайник'];
  const all = await categories.list({ sort: 'name' });
  expect(names(all.filter(({ slug }) => slug === parentSlug))).toEqual(sorted);
  for (const [q, name] of [
    ['echarpe', 'Écharpe'],
    ['E\u0301CHARPE', 'Écharpe'],
    ['grosse', 'Größe'],
    ['GRÖSSE', 'Größe'],
    ['øren', 'ØREN'],
    ['ЧАЙ', 'Чайник'],
    [' ép\u200bice ', 'Épice'],
  ] as const) {
    expect.soft(names(await categories.list({ q })), q).toEqual(['Dictionary', name]);
  }
  // A match keeps its whole subtree.
  expect(names(await categories.list({ q: 'dictionary', sort: 'name' }))).toEqual(sorted);
  expect(await categories.list({ q: 'nowhere' })).toEqual([]);
});

test('categories that a damaged database has in a circle can be put right by moving one of them', async () => {
  const [over, inner, outer] = [
    await categories.create({ name: 'Over' }),
    await categories.create({ name: 'Inner' }),
    await categories.create({ name: 'Outer' }),
  ];
  const parent = (id: number, parentId: number) =>
    t.database.sequelize.query(`UPDATE categories SET parentId = ${parentId} WHERE id = ${id}`);
  await t.database.transaction(async () => {
    await parent(inner.id, outer.id);
    await parent(outer.id, inner.id);
  });
  const intoItself = failureOf(categories.update({ id: inner.id, parentSlug: 'inner' }));
  expect(await intoItself).toMatchObject({ cause: { reason: 'category_cycle' } });
  await categories.update({ id: over.id, parentSlug: 'outer' });
  await categories.update({ id: outer.id, parentSlug: null });
  expect(shape([await find('outer')])).toEqual([['outer', ['inner'], ['over']]]);
});

test('a circle can be put right by moving one of it below another category', async () => {
  const [inner, outer] = [await find('inner'), await find('outer')];
  await categories.create({ name: 'Elsewhere' });
  await t.database.transaction(() =>
    t.database.sequelize.query(`UPDATE categories SET parentId = ${inner.id} WHERE id = ${outer.id}`),
  );
  await categories.update({ id: outer.id, parentSlug: 'elsewhere' });
  expect(shape([await find('elsewhere')])).toEqual([['elsewhere', ['outer', ['inner'], ['over']]]]);
});
