import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createServices, startServices } from '../../services.ts';
import type { AdminApi } from '../../testing/admin-services.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: AdminApi['admin'];
let pages: ReturnType<TestServices['browser']>['api']['pages'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
  ({ pages } = t.browser().api);
});
afterAll(() => t[Symbol.asyncDispose]());

const unique = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`;
const workshop = () => ({
  ...{ title: 'Our workshop', slug: unique('workshop'), markdown: '## Where\n\nIn *Dublin*.' },
  ...{ inFooter: true, published: true },
});
const newest = async () => (await admin.activity.list({ limit: 1 })).items[0] ?? expect.fail('Nothing is logged.');
const inFooter = async () => (await pages.list()).map(({ slug }) => slug);

test('a store begins with the pages that every store needs, and each can be read', async () => {
  const links = await pages.list();
  expect(links.map(({ title }) => title)).toEqual(['Delivery', 'Returns', 'Contact', 'Privacy', 'Terms']);
  for (const { slug, title } of links) {
    const { html, summary, ...page } = await pages.bySlug({ slug });
    expect(page).toMatchObject({ slug, title });
    expect(summary.length).toBeGreaterThan(20);
    for (const [, linked = ''] of html.matchAll(/href="\/pages\/([^"]+)"/g)) {
      expect(links.map((link) => link.slug)).toContain(linked);
    }
  }
});

test('a new page is the last in the footer, and is read as it was written', async () => {
  const page = workshop();
  const { id, version } = await admin.pages.create(page);
  expect((await inFooter()).at(-1)).toBe(page.slug);
  const { updatedAt, ...read } = await pages.bySlug({ slug: page.slug });
  const html = '<h2>Where</h2>\n<p>In <em>Dublin</em>.</p>\n';
  expect(read).toEqual({ slug: page.slug, title: page.title, html, summary: 'In Dublin.' });
  await admin.pages.update({ ...page, id, version, position: 0 });
  expect((await inFooter())[0]).toBe(page.slug);
  await admin.pages.remove({ id });
  expect(await inFooter()).not.toContain(page.slug);
  expect(await failureOf(pages.bySlug({ slug: page.slug }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('without a slug, a page gets one from its title that is free', async () => {
  const { slug: _, ...page } = { ...workshop(), title: `Über ${unique('uns')}` };
  const slugs = [(await admin.pages.create(page)).slug, (await admin.pages.create(page)).slug];
  expect(slugs[0]).toMatch(/^uber-uns-/);
  expect(slugs[1]).toBe(`${slugs[0]}-2`);
});

test('a page that is not published is nobody else’s, and one that is not in the footer can still be read', async () => {
  const page = { ...workshop(), inFooter: false };
  const { id, position } = await admin.pages.create(page);
  expect(await inFooter()).not.toContain(page.slug);
  expect(await pages.bySlug({ slug: page.slug })).toMatchObject({ title: page.title });
  await admin.pages.update({ ...page, id, position, inFooter: true, published: false });
  expect(await inFooter()).not.toContain(page.slug);
  expect(await failureOf(pages.bySlug({ slug: page.slug }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a former slug leads to the page until another page has it', async () => {
  const page = workshop();
  const { id, position } = await admin.pages.create(page);
  const renamed = { ...page, id, position, slug: unique('atelier') };
  await admin.pages.update(renamed);
  expect(await pages.bySlug({ slug: page.slug })).toMatchObject({ slug: renamed.slug });
  await admin.pages.update({ ...renamed, slug: page.slug });
  expect(await pages.bySlug({ slug: renamed.slug })).toMatchObject({ slug: page.slug });
  const other = await admin.pages.create({ ...workshop(), slug: renamed.slug });
  expect(await pages.bySlug({ slug: renamed.slug })).toMatchObject({ slug: renamed.slug });
  const taken = admin.pages.update({ ...renamed, slug: other.slug });
  expect(await failureOf(taken)).toMatchObject({ code: 'CONFLICT', cause: { reason: 'slug_taken' } });
});

test('a change to what someone else has changed meanwhile is refused', async () => {
  const page = workshop();
  const { id, version, position } = await admin.pages.create(page);
  const changes = ['Here.', 'There.'].map((markdown) =>
    admin.pages.update({ ...page, id, position, version, markdown }),
  );
  const outcomes = await Promise.allSettled(changes);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await failureOf(admin.pages.update({ ...page, id, position, version }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict', details: { version: version + 1 } },
  });
});

test('a change, a removal and a creation are logged field by field, and can be undone', async () => {
  const page = workshop();
  const { id, position } = await admin.pages.create(page);
  const created = await newest();
  await admin.pages.update({ ...page, id, position, title: 'The workshop', published: false });
  const changed = await newest();
  expect(changed).toMatchObject({ action: 'page.update', entity: { type: 'page', label: 'The workshop' } });
  expect(changed.changes).toEqual([
    { field: 'title', before: 'Our workshop', after: 'The workshop' },
    { field: 'published', before: true, after: false },
  ]);
  await admin.activity.undo({ seq: changed.seq });
  expect(await admin.pages.byId({ id })).toMatchObject({ ...page, version: 3 });
  await admin.pages.remove({ id });
  await admin.activity.undo({ seq: (await newest()).seq });
  expect(await admin.pages.byId({ id })).toMatchObject(page);
  expect(await pages.bySlug({ slug: page.slug })).toMatchObject({ title: page.title });
  await admin.activity.undo({ seq: created.seq });
  expect(await failureOf(admin.pages.byId({ id }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a page is read in German as it is written there, and what is missing as it is in the first language', async () => {
  const german = t.browser().in('de').pages;
  const page = { ...workshop(), markdown: 'See [Delivery](/pages/delivery) and [Lantern](https://lantern.example/a).' };
  const texts = { de: { title: 'Unsere Werkstatt', markdown: 'In *Dublin*, siehe [Versand](/pages/delivery).' } };
  const { id, version, position } = await admin.pages.create({ ...page, texts });
  const { slug } = page;
  const read = await german.bySlug({ slug });
  expect(read).toMatchObject({ title: 'Unsere Werkstatt', summary: 'In Dublin, siehe Versand.' });
  expect(read.html).toContain('href="/de/pages/delivery"');
  expect(await german.list()).toContainEqual({ slug, title: 'Unsere Werkstatt' });
  expect(await pages.list()).toContainEqual({ slug, title: page.title });
  const title = await admin.pages.update({ ...page, id, position, version, texts: { de: { markdown: '' } } });
  expect(title).toMatchObject({ version: version + 1, texts: { de: { title: 'Unsere Werkstatt', markdown: null } } });
  const { html } = await german.bySlug({ slug });
  expect(html).toContain('See <a href="/de/pages/delivery">');
  expect(html).toContain('href="https://lantern.example/a"');
  const changed = await newest();
  expect(changed.changes).toMatchObject([{ field: 'texts.de.markdown', before: texts.de.markdown, after: null }]);
  await admin.activity.undo({ seq: changed.seq });
  expect((await admin.pages.byId({ id })).texts).toEqual(texts);
  await admin.pages.remove({ id });
  await admin.activity.undo({ seq: (await newest()).seq });
  expect((await admin.pages.byId({ id })).texts).toEqual(texts);
});

test('the first pages are in German, too', async () => {
  const links = await t.browser().in('de').pages.list();
  for (const title of ['Versand', 'Rückgabe', 'Kontakt', 'Datenschutz', 'AGB']) {
    expect(links.map((link) => link.title)).toContain(title);
  }
});

test('another server has a changed footer', async () => {
  const other = createServices(t.database, t.services.log, { rateLimits: false });
  await using _running = await startServices(other);
  await other.footerPages.list(null);
  const page = workshop();
  await admin.pages.create(page);
  await vi.waitFor(async () => {
    expect((await other.footerPages.list(null)).map(({ slug }) => slug)).toContain(page.slug);
  });
});
