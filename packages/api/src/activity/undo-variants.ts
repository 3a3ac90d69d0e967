import type { FieldChange, FieldValue } from '@lantern/db/models/activity-entry';
import type { Variant } from '@lantern/db/models/variant';
import { changedSince, refuseChanged } from './undo-fields.ts';

/** The changes of one variant, under the SKU that the log calls it by: its old one, or where it was made its first. */
interface Group {
  name: string;
  /** Null where the change made it. */
  skuBefore: string | null;
  /** Null where the change deleted it. */
  skuAfter: string | null;
  /** By what stands behind the SKU: `priceCents`, `options.Colour`. */
  changes: Map<string, FieldChange>;
}

type Fields = Map<string, FieldValue>;

const KNOWN_FIELD = /^(?:sku|priceCents|stock|position)$|^options\./;

/**
 * The whole list of variants as it was before these changes, for the product's service to save.
 * @throws {ShopError} CONFLICT `changed_since` naming the field that is no longer what they made it.
 */
export function variantsBefore(changes: FieldChange[], rows: Variant[]): Record<string, unknown>[] {
  const groups = groupsOf(changes, rows);
  const groupOf = new Map<Variant, Group>();
  for (const group of groups) {
    if (group.skuAfter === null) continue;
    const row = rows.find(({ sku }) => sku === group.skuAfter);
    if (!row) throw changedSince(`variants.${group.name}.sku`);
    refuseChangedVariant(group, fieldsOf(row));
    groupOf.set(row, group);
  }
  const deleted = groups.filter(({ skuAfter }) => skuAfter === null);
  for (const { name } of deleted) {
    if (rows.some((row) => row.sku === name && !groupOf.has(row))) throw changedSince(`variants.${name}.sku`);
  }
  const kept = rows.filter((row) => groupOf.get(row)?.skuBefore !== null);
  return [
    ...kept.map((row) => ({ id: row.id, fields: restored(fieldsOf(row), groupOf.get(row)) })),
    ...deleted.map((group) => ({ id: undefined, fields: restored(new Map(), group) })),
  ]
    .sort((a, b) => Number(a.fields.get('position')) - Number(b.fields.get('position')))
    .map(({ id, fields }) => inputOf(id, fields));
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

function fieldsOf({ sku, options, priceCents, stock, position }: Variant): Fields {
  const chosen = Object.entries(options).map(([name, value]) => [`options.${name}`, value] as const);
  return new Map<string, FieldValue>([...Object.entries({ sku, priceCents, stock, position }), ...chosen]);
}

function refuseChangedVariant({ name, skuBefore, changes }: Group, present: Fields): void {
  for (const [rest, change] of changes) refuseChanged(change, present.get(rest));
  if (skuBefore !== null) return;
  // What was made is to go again: with it would go what has been added to it since.
  for (const rest of present.keys()) if (!changes.has(rest)) throw changedSince(`variants.${name}.${rest}`);
}

function restored(present: Fields, group: Group | undefined): Fields {
  const fields = new Map(present);
  for (const [rest, { before }] of group?.changes ?? []) {
    if (before === null) fields.delete(rest);
    else fields.set(rest, before);
  }
  return fields;
}

function inputOf(id: number | undefined, fields: Fields): Record<string, unknown> {
  const chosen = [...fields].filter(([name]) => name.startsWith('options.'));
  const options = Object.fromEntries(chosen.map(([name, value]) => [name.slice('options.'.length), value]));
  const [sku, priceCents, stock] = ['sku', 'priceCents', 'stock'].map((name) => fields.get(name));
  return { id, sku, options, priceCents, stock };
}
