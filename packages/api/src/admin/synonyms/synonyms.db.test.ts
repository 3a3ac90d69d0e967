import { beforeAll, expect, test, vi } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { failureOf, stockProduct } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
beforeAll(async () => {
  await stockProduct(t.services, { name: 'Chesterfield sofa' });
  await t.services.search.load();
});

const eventually = (q: string, names: string[]) =>
  vi.waitFor(async () => {
    const { items } = await t.browser().api.catalog.search({ q });
    expect(items.map(({ name }) => name)).toEqual(names);
  }, 5000);

test('search follows synonyms that admins add, change, restore and remove', async () => {
  await eventually('davenport', []);
  const { id } = await api.admin.synonyms.save({ words: ['sofa', 'davenport', 'day-bed', 'Sofa'] });
  for (const q of ['davenport', 'davenports', 'daybed', 'day bed', 'DAVEN']) await eventually(q, ['Chesterfield sofa']);
  await api.admin.synonyms.save({ id, words: ['sofa', 'settle'] });
  await eventually('davenport', []);
  await eventually('settle', ['Chesterfield sofa']);
  const { items } = await api.admin.activity.list({ entity: `synonym:${id}` });
  expect(items.map(({ action, undoable }) => [action, undoable])).toEqual([
    ['synonym.update', true],
    ['synonym.create', true],
  ]);
  await api.admin.activity.undo({ seq: items[0]?.seq ?? 0 });
  expect(await api.admin.synonyms.list()).toEqual([{ id, words: ['sofa', 'davenport', 'day-bed'] }]);
  await eventually('davenport', ['Chesterfield sofa']);
  await api.admin.synonyms.remove({ id });
  await eventually('davenport', []);
  expect(await failureOf(api.admin.synonyms.save({ id, words: ['a', 'b'] }))).toMatchObject({ code: 'NOT_FOUND' });
  const [removal] = (await api.admin.activity.list({ entity: `synonym:${id}` })).items;
  expect(removal).toMatchObject({ action: 'synonym.delete', undoable: true });
  await api.admin.activity.undo({ seq: removal?.seq ?? 0 });
  expect(await api.admin.synonyms.list()).toEqual([{ id, words: ['sofa', 'davenport', 'day-bed'] }]);
  await eventually('davenport', ['Chesterfield sofa']);
  const [restoration] = (await api.admin.activity.list({ entity: `synonym:${id}` })).items;
  expect(restoration).toMatchObject({ action: 'synonym.undo', undoable: true });
  // A restored group can be changed again, and then cannot be restored a second time.
  await api.admin.synonyms.save({ id, words: ['sofa', 'couch'] });
  expect(await failureOf(api.admin.activity.undo({ seq: removal?.seq ?? 0 }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'changed_since' },
  });
  expect(await api.admin.synonyms.list()).toEqual([{ id, words: ['sofa', 'couch'] }]);
});

test('undoing the creation of a group removes it, and undoing that restores it', async () => {
  const { id } = await api.admin.synonyms.save({ words: ['lounge', 'longue'] });
  const groups = async () => (await api.admin.synonyms.list()).filter((group) => group.id === id);
  const undoLast = async () => {
    const [last] = (await api.admin.activity.list({ entity: `synonym:${id}` })).items;
    await api.admin.activity.undo({ seq: last?.seq ?? 0 });
  };
  await undoLast();
  expect(await groups()).toEqual([]);
  await undoLast();
  expect(await groups()).toEqual([{ id, words: ['lounge', 'longue'] }]);
  await undoLast();
  expect(await groups()).toEqual([]);
});

test('of two admins who change a group at once, the second learns of the first', async () => {
  const before = ['bench', 'pew'];
  const { id } = await api.admin.synonyms.save({ words: before });
  const edit = (words: string[], seen?: string[]) => api.admin.synonyms.save({ id, words, before: seen });
  await edit(['bench', 'pew', 'settle'], before);
  expect(await failureOf(edit(['bench', 'form'], before))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict' },
  });
  const words = async () => (await api.admin.synonyms.list()).find((group) => group.id === id)?.words;
  expect(await words()).toEqual(['bench', 'pew', 'settle']);
  // What both want is no conflict, nor what comes twice; a program that names nothing sets it.
  await edit(['bench', 'pew', 'settle'], before);
  await edit(['bench', 'form'], ['bench', 'pew', 'settle']);
  await edit(['bench', 'stall']);
  expect(await words()).toEqual(['bench', 'stall']);
});

test.each([[['sofa']], [['sofa', ' Sofa ']], [['sofa', 'a, b']], [['sofa', '…']], [[]]])(
  '%j is refused as a group of synonyms',
  async (words) => {
    expect(await failureOf(api.admin.synonyms.save({ words }))).toMatchObject({ code: 'BAD_REQUEST' });
  },
);

test('groups are sorted alphabetically, ignoring case and accents', async () => {
  for (const word of ['Zebra', 'écharpe', 'eagle', 'Fig']) await api.admin.synonyms.save({ words: [word, 'other'] });
  const words = (await api.admin.synonyms.list()).map(({ words: [first] }) => first);
  const ours = words.filter((word) => ['Zebra', 'écharpe', 'eagle', 'Fig'].includes(word ?? ''));
  expect(ours).toEqual(['eagle', 'écharpe', 'Fig', 'Zebra']);
});
