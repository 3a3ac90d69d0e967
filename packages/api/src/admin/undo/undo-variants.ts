import { plainValue } from '@lantern/db/base/audited';
import type { FieldChange, FieldValue } from '@lantern/db/base/field-change';
import { Variant, type VariantField, variantFields } from '@lantern/db/models/variant';
import { isCurrent } from '../products/variants/variants.ts';
import { assertUnchanged, changedSince } from './undo-fields.ts';

/** The changes of one variant. `name` is its SKU in the log: the SKU before the change, or its first one if new. */
interface Group {
  name: string;
  /** Null if the change created the variant. */
  skuBefore: string | null;
  /** Null if the change removed the variant. */
  skuAfter: string | null;
  /** By the part of the field name after the SKU: `priceCents`, `options.Colour`. */
  changes: Map<string, FieldChange>;
}

type Fields = Map<string, FieldValue>;

const loggedFields = [...variantFields, 'position'] as const;
const KNOWN_FIELD = new RegExp(`^(?:${loggedFields.join('|')})(?:$|\\.)`);

/**
 * The full list of variants before these changes, as input for the product service.
 * @throws {ShopError} CONFLICT `changed_since` with the field that no longer has the value the changes gave it.
 */
export function variantsBefore(changes: FieldChange[], all: Variant[]): Record<string, unknown>[] {
  const rows = all.filter(isCurrent);
  const groups = groupsOf(changes, rows);
  const groupOf = new Map<Variant, Group>();
  for (const group of groups) {
    if (group.skuAfter === null) continue;
    const row = rows.find(({ sku }) => sku === group.skuAfter);
    if (!row) throw changedSince(`variants.${group.name}.sku`);
    assertVariantUnchanged(group, fieldsOf(row));
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

/** The archived row of a removed variant; of several, the one that matches the entry. Old removals left no row. */
function archivedAs({ name, changes }: Group, all: Variant[]): Variant | undefined {
  const rows = all.filter((row) => row.archivedSku === name);
  const matchesEntry = (row: Variant) => {
    const fields = fieldsOf(row)
      .set('sku', name)
      .set('stock', changes.get('stock')?.before ?? null);
    return [...changes].every(([rest, { before }]) => (fields.get(rest) ?? null) === before);
  };
  return rows.find(matchesEntry) ?? rows.at(-1);
}

/**
 * The log lists one variant after the other, new ones last, and begins with the SKU of those that were renamed,
 * created or removed. All others appear under their current SKU.
 */
function groupsOf(changes: FieldChange[], rows: Variant[]): Group[] {
  const groups: Group[] = [];
  const newSkus = new Set(changes.filter(isSkuChange).map(({ after }) => after));
  const unchanged = rows.map(({ sku }) => sku).filter((sku) => !newSkus.has(sku));
  for (const change of changes) {
    const last = groups.at(-1);
    const group = isSkuChange(change) ? groupNamed(change) : groupWith(change.field, last, unchanged);
    group.changes.set(restOf(change.field, group.name) ?? change.field, change);
    if (group !== last) groups.push(group);
  }
  return groups;
}

function isSkuChange({ field, before, after }: FieldChange): boolean {
  return field === `variants.${before ?? after}.sku`;
}

function groupNamed({ before, after }: FieldChange): Group {
  return { name: String(before ?? after), skuBefore: text(before), skuAfter: text(after), changes: new Map() };
}

/** The last group if the field belongs to it, else a new one. SKUs may contain dots, so the longest match wins. */
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

/** The part of a field name after this SKU; null if the field belongs to another variant. */
function restOf(field: string, sku: string): string | null {
  const prefix = `variants.${sku}.`;
  const rest = field.slice(prefix.length);
  return field.startsWith(prefix) && KNOWN_FIELD.test(rest) ? rest : null;
}

/** A variant's stored values as in the log, without nulls. */
function fieldsOf(row: Variant): Fields {
  const fields: Fields = new Map();
  for (const name of loggedFields) {
    for (const [rest, value] of flat(name, row[name])) if (value !== null) fields.set(rest, value);
  }
  return fields;
}

function flat(name: string, value: object | FieldValue): [string, FieldValue][] {
  if (typeof value !== 'object' || value === null) return [[name, plainValue(value)]];
  return Object.entries(value).map(([key, inner]) => [`${name}.${key}`, plainValue(inner)]);
}

function assertVariantUnchanged({ name, skuBefore, changes }: Group, current: Fields): void {
  for (const [rest, change] of changes) assertUnchanged(change, current.get(rest));
  if (skuBefore !== null) return;
  // The variant would be removed again, together with anything added to it since.
  for (const rest of current.keys()) if (!changes.has(rest)) throw changedSince(`variants.${name}.${rest}`);
}

interface Restored {
  row: Variant | undefined;
  fields: Fields;
  /** The stock that the difference is relative to; the row's stock may have changed since. */
  stockBefore: number | null;
}

/** The stored values with the entry's old values applied; fields that the entry does not contain keep theirs. */
function restored(row: Variant | undefined, group: Group | undefined): Restored {
  const fields: Fields = row ? fieldsOf(row) : new Map();
  // A removal logs every option, so any other option was added later, while the row was in use again.
  if (group?.skuAfter === null) {
    for (const rest of fields.keys()) if (rest.includes('.') && !group.changes.has(rest)) fields.delete(rest);
  }
  for (const [rest, { before }] of group?.changes ?? []) {
    if (before === null) fields.delete(rest);
    else fields.set(rest, before);
  }
  // Items restocked while the variant was archived are kept.
  const stockBefore = row?.archivedStock ?? row?.stock ?? null;
  return { row, fields, stockBefore };
}

function isJson(name: VariantField): boolean {
  return String(Variant.getAttributes()[name].type) === 'JSON';
}

/** Input for the product service, with nested fields such as options assembled into objects. */
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
