import { english, language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { plainText } from '../fields/field-text.ts';
import { fieldWords, type LoggedChange, type LoggedEntry } from '../fields/field-words.ts';
import { choiceText, type Names } from '../fields/names.ts';

export interface ChangeWords {
  /** The field's name in the log, unique within the entry. */
  field: string;
  label: string;
  /** What it is called within a sentence: "price". */
  noun: string;
  /** The variant or category that it belongs to; empty if there is none, or only one. */
  of: string;
  /** Null when there is nothing to show. */
  before: string | null;
  after: string | null;
  /** `before` and `after` are image URLs. */
  image: boolean;
}

/** The changes of an entry in words: "Price of Red / L", "€39.00" → "€42.00". */
export function changeWords({ action, entity, changes }: WordsOf, names: Names): ChangeWords[] {
  // When an entity is created or deleted, its empty fields are left out.
  const whole = /\.(?:create|delete)$/.test(action);
  const variant = (sku: string) =>
    chosenIn(changes, sku) ??
    names.variant(entity.id, renamed(changes, sku)) ??
    (names.isOnlyVariant(entity.id) ? '' : sku || t`the variant`);
  const item = (sku: string) => names.item(entity.id, sku) ?? sku;
  return changes.map((change) => {
    const { field, before, after } = change;
    const words = fieldWords(entity.type, field, { names, variant, item });
    const { label = field, noun = label, of = '', text = plainText, image = false } = words ?? {};
    const say = (value: LoggedChange['before']) => (value === null ? null : image ? String(value) : text(value));
    const said = { field, label, noun: withinSentence(noun), of, before: say(before), after: say(after), image };
    if (field.startsWith('categories.'))
      return { ...said, before: null, after: after === null ? t`Removed` : t`Added` };
    if (entity.type === 'promotion' && field === 'categoryIds') {
      return { ...said, before: categoriesText(before, names), after: categoriesText(after, names) };
    }
    if (entity.type === 'category' && field === 'parentId') {
      const parent = (id: LoggedChange['before']) => (whole && id === null ? null : parentText(id, names));
      return { ...said, before: parent(before), after: parent(after) };
    }
    return said;
  });
}

/** "Price" → "price", but "SKU" as it is. Other languages do not write the names of fields differently there. */
function withinSentence(label: string): string {
  return language().code === english.code && /^[A-Z][a-z]/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

type WordsOf = Pick<LoggedEntry, 'action' | 'entity' | 'changes'>;

function parentText(id: LoggedChange['before'], names: Names): string {
  if (typeof id !== 'number') return t`None (top level)`;
  return names.categoryOf(id) ?? t`Category ${id}`;
}

/** The log has a list of ids as JSON. */
function categoriesText(ids: LoggedChange['before'], names: Names): string | null {
  if (typeof ids !== 'string') return null;
  const found = [...ids.matchAll(/\d+/g)].map(([id]) => names.categoryOf(Number(id)) ?? t`Category ${id}`);
  return found.length > 0 ? found.join(', ') : t`All`;
}

/** All options of a variant that the entry adds or removes. */
function chosenIn(changes: LoggedChange[], sku: string): string | undefined {
  const named = changes.find(({ field }) => field === `variants.${sku}.sku`);
  if (!named || (named.before !== null && named.after !== null)) return undefined;
  const prefix = `variants.${sku}.options.`;
  const options = changes.flatMap(({ field, before, after }): [string, string][] =>
    field.startsWith(prefix) ? [[field.slice(prefix.length), String(after ?? before)]] : [],
  );
  return choiceText(Object.fromEntries(options));
}

/** The log identifies a variant by its previous SKU; returns its new one. */
function renamed(changes: LoggedChange[], sku: string): string {
  const named = changes.find(({ field }) => field === `variants.${sku}.sku`);
  return typeof named?.after === 'string' ? named.after : sku;
}
