import { t } from '@lingui/core/macro';
import { dequal } from 'dequal/lite';

export type Side = 'mine' | 'theirs';

/** A value the two sides disagree on, as text. */
export interface Difference {
  /** Identifies it within the merge: `name`, `variants/12/priceCents`. */
  path: string;
  label: string;
  mine: string;
  theirs: string;
}

/** The original value, if there was one, and both edits of it. */
export interface Versions<Value> {
  base: Value | undefined;
  mine: Value;
  theirs: Value;
}

/** A change merged without asking. */
export interface Taken {
  path: string;
  label: string;
  /** The merged value as text. */
  value: string;
  from: Side | 'both';
}

interface ValueWords<Value> {
  path: string;
  label: string;
  text: (value: Value) => string;
}

interface ListWords<Item> {
  /** The start of their paths. */
  name: string;
  /** The label of their order. */
  order: string;
  /** The key that identifies an item whatever else has changed. */
  keyOf: (item: Item) => string;
  subject: (item: Item) => string;
  /** The item in short, shown when the other side has removed it. */
  summary: (item: Item) => string;
  /** Merges an item that both sides have, field by field. */
  merge: (path: string, versions: Versions<Item>) => Item;
}

interface OrderWords {
  path: string;
  label: string;
  /** The items with these keys, as text. */
  textOf: (keys: string[]) => string[];
}

/**
 * Merges two edits of the same original, value by value. Changes made by one side only are taken and listed in `taken`;
 * those made by both are decided by `choices`, and listed in `conflicts` whether chosen yet or not.
 */
export class ThreeWay {
  readonly conflicts: Difference[] = [];
  readonly taken: Taken[] = [];

  constructor(readonly choices: Readonly<Record<string, Side>>) {}

  value<Value>({ path, label, text }: ValueWords<Value>, { base, mine, theirs }: Versions<Value>): Value {
    if (dequal(mine, theirs)) return mine;
    const difference = { path, label, mine: text(mine), theirs: text(theirs) };
    const from = dequal(base, mine) ? 'theirs' : dequal(base, theirs) ? 'mine' : undefined;
    if (from) this.taken.push({ path, label, value: difference[from], from });
    else this.conflicts.push(difference);
    return (from ?? this.choices[path] ?? 'mine') === 'mine' ? mine : theirs;
  }

  /** Merges lists. An item removed by one side and changed by the other is a conflict as a whole. */
  list<Item>(words: ListWords<Item>, versions: Record<'base' | Side, Item[]>): Item[] {
    const { name, order: label, keyOf, subject, summary, merge } = words;
    const byKey = (items: Item[]) => new Map(items.map((item) => [keyOf(item), item]));
    const [base, mine, theirs] = [byKey(versions.base), byKey(versions.mine), byKey(versions.theirs)];
    const merged = new Map<string, Item>();
    for (const [key, known] of new Map([...base, ...mine, ...theirs])) {
      const path = `${name}/${key}`;
      const [before, ours, current] = [base.get(key), mine.get(key), theirs.get(key)];
      const text = (item: Item | undefined) => (item === undefined ? t`Removed` : summary(item));
      const item =
        ours !== undefined && current !== undefined
          ? merge(path, { base: before, mine: ours, theirs: current })
          : this.value({ path, label: subject(known), text }, { base: before, mine: ours, theirs: current });
      if (item !== undefined) merged.set(key, item);
    }
    const textOf = (keys: string[]) => keys.flatMap((key) => merged.get(key) ?? []).map(subject);
    const order = this.#order(
      { path: `${name}/order`, label, textOf },
      {
        base: [...base.keys()],
        mine: [...mine.keys()],
        theirs: [...theirs.keys()],
      },
    );
    return order.flatMap((key) => merged.get(key) ?? []);
  }

  /**
   * The order of the items that all three have decides whose order is used; items only the other side has come last.
   */
  #order({ textOf, ...words }: OrderWords, keys: Record<'base' | Side, string[]>): string[] {
    const shared = (own: string[]) => own.filter((key) => Object.values(keys).every((others) => others.includes(key)));
    const versions = { base: shared(keys.base), mine: shared(keys.mine), theirs: shared(keys.theirs) };
    const text = (own: string[]) => textOf(own).join(', ');
    const chosen = this.value({ ...words, text }, versions);
    return [...new Set(chosen === versions.mine ? [...keys.mine, ...keys.theirs] : [...keys.theirs, ...keys.mine])];
  }
}
