import { plainValue } from '@lantern/db/activity/audited';
import type { FieldChange, FieldValue } from '@lantern/db/models/activity-entry';
import { Variant, type VariantField, variantFields } from '@lantern/db/models/variant';
import { isCurrent } from '../products/variants.ts';
import { changedSince, refuseChanged } from './undo-fields.ts';

/** The changes of one variant, under the SKU that the log calls it by: its old one, or where it was made its first. */
interface Group {
  name: string;
  /** Null where the change made it. */
  skuBefore: string | null;
  /** Null where the change removed it. */
  skuAfter: string | null;
  /** By what stands behind the SKU: `priceCents`, `options.Colour`. */
  changes: Map<string, FieldChange>;
}

type Fields = Map<string, FieldValue>;

const toldFields = [...variantFields, 'position'] as const;
const KNOWN_FIELD = new RegExp(`^(?:${toldFields.join('|')})(?:$|\\.)`);

/**
 * The whole list of variants as it was before these changes, for the product's service to save.
 * @throws {ShopError} CONFLICT `changed_since` naming the field that is no longer what they made it.
 */
export function variantsBefore(changes: FieldChange[], all: Variant[]): Record<string, unknown>[] {
  const rows = all.filter(isCurrent);
  const groups = groupsOf(changes, rows);
  const groupOf = new Map<Variant, Group>();
  for (const group of groups) {
    if (group.skuAfter === null) continue;
    const row = rows.find(({ sku }) => sku === group.skuAfter);
    if (!row) throw changedSince(`variants.${group.name}.sku`);
    refuseChangedVariant(group, fieldsOf(row));
    groupOf.set(row, group);
  }
  const removed = groups.filter(({ skuAfter }) => skuAfter === null);
  for (const { name } of removed) {
    if (rows.some((row) => row.sku === name && !groupOf.has(row))) throw changedSince(`variants.${name}.sku`);
  }
  const kept = rows.filter((row) => groupOf.get(row)?.skuBefore !== null);
  return [
    ...kept.map((row) => restored(row, groupOf.get(row))),
    ...removed.map((group) => restored(archivedAs(group, all), group)),
  ]
    .sort((a, b) => Number(a.fields.get('position')) - Number(b.fields.get('position')))
    .map(inputOf);
}

/** The row that a removal has left: of several, the one that the entry tells of. None where it is of before there were such rows. */
function archivedAs({ name, changes }: Group, all: Variant[]): Variant | undefined {
  const rows = all.filter((row) => row.archivedSku === name);
  const isMeant = (row: Variant) => {
    const fields = fieldsOf(row)
      .set('sku', name)
      .set('stock', changes.get('stock')?.before ?? null);
    return [...changes].every(([rest, { before }]) => (fields.get(rest) ?? null) === before);
  };
  return rows.find(isMeant) ?? rows.at(-1);
}

/**
 * The log tells variant after variant, the new ones last, and of each that was renamed, made or deleted
 * the SKU first. All others go by the SKU that they have now.
 */
function groupsOf(changes: FieldChange[], rows: Variant[]): Group[] {
  const groups: Group[] = [];
  const given = new Set(changes.filter(isSku).map(({ after }) => after));
  const unchanged = rows.map(({ sku }) => sku).filter((sku) => !given.has(sku));
  for (const change of changes) {
    const last = groups.at(-1);
    const group = isSku(change) ? groupNamed(change) : groupWith(change.field, last, unchanged);
    group.changes.set(restOf(change.field, group.name) ?? change.field, change);
    if (group !== last) groups.push(group);
  }
  return groups;
}

function isSku({ field, before, after }: FieldChange): boolean {
  return field === `variants.${before ?? after}.sku`;
}

function groupNamed({ before, after }: FieldChange): Group {
  return { name: String(before ?? after), skuBefore: text(before), skuAfter: text(after), changes: new Map() };
}

/** The last group where it has this field, or a new one. SKUs may hold dots: the longest one that fits is meant. */
function groupWith(field: string, last: Group | undefined, unchanged: string[]): Group {
  const named = last ? [last.name] : [];
  const names = last?.skuBefore === null ? named : [...named, ...unchanged];
  const [name] = names.filter((sku) => restOf(field, sku)).sort((a, b) => b.length - a.length);
  if (name === undefined) throw changedSince(field);
  return last?.name === name ? last : { name, skuBefore: name, skuAfter: name, changes: new Map() };
}

function text(value: FieldValue): string | null {
  return value === null ? null : String(value);
}

/** What stands behind this SKU in a field's name; null where the field is another variant's. */
function restOf(field: string, sku: string): string | null {
  const prefix = `variants.${sku}.`;
  const rest = field.slice(prefix.length);
  return field.startsWith(prefix) && KNOWN_FIELD.test(rest) ? rest : null;
}

/** What is saved of a variant as the log tells it; what is null is not in it. */
function fieldsOf(row: Variant): Fields {
  const fields: Fields = new Map();
  for (const name of toldFields) {
    for (const [rest, value] of flat(name, row[name])) if (value !== null) fields.set(rest, value);
  }
  return fields;
}

function flat(name: string, value: object | FieldValue): [string, FieldValue][] {
  if (typeof value !== 'object' || value === null) return [[name, plainValue(value)]];
  return Object.entries(value).map(([key, inner]) => [`${name}.${key}`, plainValue(inner)]);
}

function refuseChangedVariant({ name, skuBefore, changes }: Group, present: Fields): void {
  for (const [rest, change] of changes) refuseChanged(change, present.get(rest));
  if (skuBefore !== null) return;
  // What was made is to go again: with it would go what has been added to it since.
  for (const rest of present.keys()) if (!changes.has(rest)) throw changedSince(`variants.${name}.${rest}`);
}

interface Restored {
  row: Variant | undefined;
  fields: Fields;
  /** The stock to which the entry's is a difference; the row may hold another number by now. */
  stockBefore: number | null;
}

/** What is saved, with the values from before laid over it: what the entry does not tell of stays. */
function restored(row: Variant | undefined, group: Group | undefined): Restored {
  const fields: Fields = row ? fieldsOf(row) : new Map();
  // A removal tells all options that there were: another one came later, while the row was in use again.
  if (group?.skuAfter === null) {
    for (const rest of fields.keys()) if (rest.includes('.') && !group.changes.has(rest)) fields.delete(rest);
  }
  for (const [rest, { before }] of group?.changes ?? []) {
    if (before === null) fields.delete(rest);
    else fields.set(rest, before);
  }
  // What came back to a variant while it was archived stays so.
  const stockBefore = row?.archivedStock ?? row?.stock ?? null;
  return { row, fields, stockBefore };
}

function isJson(name: VariantField): boolean {
  return String(Variant.getAttributes()[name].type) === 'JSON';
}

/** Input for the product's service: the fields of a list, such as the options, are one again. */
function inputOf({ row, fields, stockBefore }: Restored): Record<string, unknown> {
  const input: Record<string, unknown> = { id: row?.id, stockBefore: stockBefore ?? undefined };
  for (const name of variantFields) {
    const inner = [...fields].filter(([rest]) => rest.startsWith(`${name}.`));
    if (isJson(name))
      input[name] = Object.fromEntries(inner.map(([rest, value]) => [rest.slice(name.length + 1), value]));
    else input[name] = fields.get(name) ?? null;
  }
  return input;
}
