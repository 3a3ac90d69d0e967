import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appRouter } from '@lantern/api/router';
import { snapshotOfRow } from '@lantern/db/activity/snapshot';
import { auditedOptions, partOptions, plainValue } from '@lantern/db/base/audited';
import { AuditedModel } from '@lantern/db/base/audited-model';
import type { FieldChange, FieldValue } from '@lantern/db/base/field-change';
import { Database } from '@lantern/db/database';
import type { AddressSnapshot } from '@lantern/db/models/order';
import { afterAll, expect, test } from 'vitest';
import { actionsOf, actionText, entityOptions } from '../apps/web/src/admin/activity/action-words.ts';
import { changeWords } from '../apps/web/src/admin/activity/change-words.ts';
import { picturesOf } from '../apps/web/src/admin/activity/entry-pictures.ts';
import { nothingKnown } from '../apps/web/src/admin/activity/known-names.ts';
import { groupsOf } from '../apps/web/src/admin/activity/log-groups.ts';
import { type LogNames, logNames } from '../apps/web/src/admin/activity/log-names.ts';
import { plainTold, tellEntry, tellGroup } from '../apps/web/src/admin/activity/told.ts';
import { repairWords } from '../apps/web/src/admin/fields/repair-words.ts';

/*
 * The admin area has labels for everything that audited models log. The fields come from the models themselves, so a
 * new one without a label fails here.
 */

const folder = mkdtempSync(join(tmpdir(), 'lantern-words-'));
const database = Database.open(`sqlite:${join(folder, 'never-opened.db')}`);
const models = Object.values(database.sequelize.models);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const address: AddressSnapshot = {
  fullName: 'Ada Lovelace',
  line1: "12 St James's Square",
  line2: 'c/o Babbage',
  city: 'London',
  region: 'Greater London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
  phone: '+44 20 7946 0000',
};
const at = new Date('2026-11-25T08:30:00.000Z');

/** A sample value for a column of this type. */
function sampleOf(name: string, type: unknown): unknown {
  const sql = String(type);
  if (name === 'categoryIds') return [3, 7];
  if (name === 'specification') return [{ name: 'Material', value: 'Wool' }];
  if (sql === 'JSON') return name.endsWith('Address') ? address : { Colour: 'Red', Size: 'L' };
  if (/DATE/.test(sql)) return at;
  if (/INT/.test(sql)) return 7;
  if (/BOOL|TINYINT/.test(sql)) return true;
  return name === 'sku' ? 'MUG-1.5' : 'text';
}

function sampleRow(model: (typeof models)[number]) {
  const attributes = Object.entries(model.getAttributes());
  return model.build(Object.fromEntries(attributes.map(([name, { type }]) => [name, sampleOf(name, type)])));
}

/** All fields that the log can contain, by entity, each with a sample value. */
function* loggedFields(): Generator<[entity: string, field: string, value: FieldValue]> {
  for (const model of models) {
    const part = partOptions(model);
    if (model.prototype instanceof AuditedModel) {
      const { entity } = auditedOptions(model);
      const [own] = snapshotOfRow(sampleRow(model)).values();
      for (const [field, value] of own?.fields ?? []) yield [entity, field, value];
    }
    if (!part) continue;
    const { entity } = auditedOptions(part.of());
    if (!part.describe) {
      yield [entity, part.name, 3];
      continue;
    }
    const { key, fields } = part.describe(sampleRow(model));
    for (const [name, value] of Object.entries(fields)) {
      const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value] as const];
      for (const [deeper, plain] of inner) {
        yield [entity, [part.name, key, name, deeper].filter(Boolean).join('.'), plainValue(plain)];
      }
    }
  }
}

const names: LogNames = {
  ...logNames(nothingKnown, []),
  categoryOf: () => 'Kitchen',
  user: () => 'Mira',
};
const wordsFor = (type: string, ...changes: FieldChange[]) =>
  changeWords({ action: `${type}.update`, entity: { type, id: '12', label: 'Mug' }, changes }, names);

const all = [...loggedFields()];

test('the models yield the expected fields', () => {
  const fields = all.map(([entity, field]) => `${entity} ${field}`);
  expect(fields).toContain('product variants.MUG-1.5.priceCents');
  expect(fields).toContain('order shippingAddress.postalCode');
  expect(fields).toContain('order billingAddress.country');
  expect(fields).toContain('user sessions');
  expect(fields.length).toBeGreaterThan(45);
});

test.each(all)('%s: %s has a readable label and value', (entity, field, value) => {
  const [words] = wordsFor(entity, { field, before: null, after: value });
  const { label = field, after } = words ?? {};
  // The dot belongs to the SKU.
  expect(label.replace('MUG-1.5', '')).toMatch(/^[A-Z][A-Za-z0-9 ,]*$/);
  expect(label, 'This is the name of a column.').not.toMatch(/[a-z][A-Z]|Cents|^Sku/);
  expect(after).not.toMatch(/^(?:true|false)$|\d{4}-\d\d-\d\dT/);
  if (field.endsWith('Cents')) expect(after).toBe('€0.07');
  if (value === at.toISOString()) expect(after).toMatch(/^25 Nov 2026, \d\d:\d\d (?:[A-Z]|GMT)/);
  if (typeof value === 'boolean') expect(after).toBe('Yes');
});

test('what only a repair of the books changes has a label', () => {
  const label = (type: string, field: string) => wordsFor(type, { field, before: 1, after: 2 })[0]?.label;
  expect(label('order', 'payment.status')).toBe('Payment');
  expect(label('order', 'timeline.3.amountCents')).toBe('Refund in step 3 of the timeline');
  expect(label('product', 'texts.de.nameSearch')).toBe('Search by name in German');
  for (const [type, fields] of Object.entries(repairWords())) {
    for (const field of Object.keys(fields)) expect(label(type, field)).toMatch(/^[A-Z][A-Za-z ]*$/);
  }
});

/** An entry of this action with these changes. */
const entryOf = (action: string, changes: FieldChange[], id = '12', label = 'Mug') => ({
  seq: 7,
  at: at.toISOString(),
  actor: { id: 1, email: 'mira@example.com' },
  action,
  entity: { type: action.replace(/\..*/, ''), id, label },
  changes,
  requestId: 'one',
  ip: null,
  undoable: false,
});

test.each(all)('%s: a change of %s is told in a sentence', (type, field, value) => {
  const verbs = actionsOf(type).map((action) => action.replace(/.*\./, ''));
  for (const [before, after] of [
    [null, value],
    [value, null],
    [value, value],
  ] as const) {
    for (const verb of verbs) {
      const entry = entryOf(`${type}.${verb}`, [{ field, before, after }]);
      const text = plainTold(tellEntry(entry, names), names);
      expect(text).toMatch(/^(?:Mira |7 )\S/);
      expect(text).toContain(verb === 'update' && /name|title|code|words/.test(field) ? '' : 'Mug');
      expect(text).not.toMatch(/[a-z][A-Z]|_|[{}[\]]|undefined|null|Empty| {2}| $/);
      expect(text.replace(/MUG-1\.5|mira@\S+/g, '')).not.toMatch(/[a-z]\.[a-z]/);
    }
  }
});

test('what was changed at once is told in one sentence', () => {
  const priced = (id: string, after: number) =>
    entryOf('product.update', [{ field: 'variants.MUG-1.5.priceCents', before: 3900, after }], id, `Mug ${id}`);
  const told = (...entries: ReturnType<typeof priced>[]) =>
    groupsOf(entries).map((group) => plainTold(tellGroup(group, names), names));
  expect(told(priced('1', 4200), priced('2', 4300))).toEqual(['Mira changed the price of Mug 1 and Mug 2']);
  const many = Array.from({ length: 120 }, (_, place) => priced(String(place), 4200 + place));
  expect(told(...many)).toEqual(['Mira changed the price of Mug 0, Mug 1, Mug 2 and 117 more']);
  const archived = (id: string) =>
    entryOf('product.update', [{ field: 'status', before: 'active', after: 'archived' }], id, `Mug ${id}`);
  expect(told(archived('1'), archived('2'))).toEqual(['Mira archived Mug 1 and Mug 2']);
  expect(told(archived('1'), priced('2', 1))).toEqual(['Mira changed Mug 1 and Mug 2']);
  expect(told({ ...archived('1'), requestId: 'another' }, priced('2', 4200))).toEqual([
    'Mira archived Mug 1',
    'Mira changed the price of Mug 2 · MUG-1.5 from €39.00 to €42.00',
  ]);
});

test('every entity and every action has a label', () => {
  const entities = models.filter((model) => model.prototype instanceof AuditedModel);
  const kinds = entities.map((model) => auditedOptions(model).entity);
  expect(
    entityOptions()
      .map(({ value }) => value)
      .sort(),
  ).toEqual(kinds.sort());
  for (const action of actionsOf(undefined)) expect(actionText(action)).toMatch(/^[A-Z][a-z ]+$/);
  const verbs = actionsOf(undefined).map((action) => action.split('.')[1]);
  const procedures = Object.values<unknown>(appRouter._def.procedures);
  const used = procedures.flatMap((procedure) => Reflect.get(Object(procedure), '_def').meta?.verb ?? []);
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((verb) => !verbs.includes(verb))).toEqual([]);
});

test('a variant is named by its options, or by its SKU if they are unknown', () => {
  const price = { field: 'variants.MUG-1.5.priceCents', before: 3900, after: 4200 };
  const choice: LogNames = {
    ...names,
    variant: (id, sku) => (id === '12' && sku === 'MUG-1.5' ? 'Red / L' : undefined),
  };
  const entry = { action: 'product.update', entity: { type: 'product', id: '12', label: 'Mug' }, changes: [price] };
  expect(changeWords(entry, choice)).toMatchObject([{ label: 'Price of Red / L', before: '€39.00', after: '€42.00' }]);
  expect(changeWords(entry, names)).toMatchObject([{ label: 'Price of MUG-1.5' }]);
  const created = [
    { field: 'variants.NEW.sku', before: null, after: 'NEW' },
    { field: 'variants.NEW.options.Size', before: null, after: 'S' },
    { field: 'variants.NEW.options.Colour', before: null, after: 'Moss' },
  ];
  expect(wordsFor('product', ...created).map(({ label }) => label)).toEqual([
    'SKU of S / Moss',
    'Size of S / Moss',
    'Colour of S / Moss',
  ]);
});

test('the picture of a variant is told, and is lost without a word when its image is removed', () => {
  const sentence = (...changes: FieldChange[]) =>
    plainTold(tellEntry(entryOf('product.update', changes), names), names);
  const chosen = { field: 'variants.MUG-1.5.imageUrl', before: null, after: '/media/red.webp' };
  const lost = { ...chosen, before: chosen.after, after: null };
  const gone = { field: 'images.1.url', before: chosen.after, after: null };
  expect(sentence(chosen)).toBe('Mira changed the picture of Mug · MUG-1.5');
  expect(sentence(lost)).toBe('Mira changed the picture of Mug · MUG-1.5');
  expect(sentence(gone, lost)).toBe('Mira removed 1 picture of Mug');
  const seen = {
    ...names,
    product: () => ({ imageUrl: '/media/front.webp', accent: 1 }),
    variantImage: () => '/media/red.webp',
  };
  const pictures = (...changes: FieldChange[]) => picturesOf([entryOf('product.update', changes)], 3, seen);
  expect(pictures(chosen)).toEqual([{ imageUrl: '/media/red.webp', accent: 1 }]);
  expect(pictures(chosen, gone)).toEqual([{ imageUrl: '/media/front.webp', accent: 1 }]);
});

test('categories, statuses and roles have the same labels as on the pages', () => {
  const said = (type: string, field: string, before: FieldValue, after: FieldValue) => {
    const [words] = wordsFor(type, { field, before, after });
    return [words?.label, words?.before, words?.after];
  };
  expect(said('product', 'categories.tea', null, 7)).toEqual(['Category tea', null, 'Added']);
  expect(said('product', 'categories.tea', 7, null)).toEqual(['Category tea', null, 'Removed']);
  expect(said('product', 'status', 'draft', 'active')).toEqual(['Status', 'Draft', 'Active']);
  expect(said('product', 'tagline', 'Fired twice', null)).toEqual(['Card line', 'Fired twice', null]);
  expect(said('product', 'description', '', 'Holds tea.')).toEqual(['Description', 'Empty', 'Holds tea.']);
  const facts = '[{"name":"Material","value":"Wool"},{"name":"Weight","value":"320 g"}]';
  expect(said('product', 'specification', '[]', facts)).toEqual([
    'Specification',
    'Empty',
    'Material: Wool; Weight: 320 g',
  ]);
  expect(said('order', 'status', 'paid', 'shipped')).toEqual(['Status', 'Paid', 'On its way']);
  expect(said('user', 'role', 'customer', 'admin')).toEqual(['Role', 'Customer', 'Admin']);
  expect(said('category', 'parentId', null, 7)).toEqual(['Parent category', 'None (top level)', 'Kitchen']);
  expect(said('promotion', 'categoryIds', '[]', '[3,7]')).toEqual(['Categories', 'All', 'Kitchen, Kitchen']);
  expect(said('category', 'position', 0, 2)).toEqual(['Position', '1', '3']);
  expect(said('product', 'variants.1.options', null, null)[0]).toBe('Options of variant 2');
  expect(said('product', 'never.heardOf', 1, 2)).toEqual(['never.heardOf', '1', '2']);
});
