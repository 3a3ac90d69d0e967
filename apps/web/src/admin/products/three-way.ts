import { hashKey } from '@tanstack/react-query';

export type Side = 'mine' | 'theirs';

/** A value that the two sides do not agree on, in words. */
export interface Difference {
  /** Names it among all of the merge: `name`, `variants/12/priceCents`. */
  path: string;
  label: string;
  mine: string;
  theirs: string;
}

/** A value from before, where there was one, and what two people have made of it. */
export interface Versions<Value> {
  base: Value | undefined;
  mine: Value;
  theirs: Value;
}

/** What stands without being asked about. */
export interface Taken {
  path: string;
  label: string;
  /** In words, what it is now. */
  value: string;
  from: Side | 'both';
}

interface ValueWords<Value> {
  path: string;
  label: string;
  text: (value: Value) => string;
}

interface ListWords<Item> {
  /** What all of them are: the start of their paths, and "Order of the …". */
  name: string;
  /** What one is known by, whatever else of it has changed. */
  keyOf: (item: Item) => string;
  subject: (item: Item) => string;
  /** The whole of it in short, for where the other side has removed it. */
  summary: (item: Item) => string;
  /** Makes one of two that both sides have, field by field. */
  merge: (path: string, versions: Versions<Item>) => Item;
}

/**
 * Merges two versions of what was once the same for both, value by value. What only one side has touched
 * is taken from it and listed in `taken`; what both have touched goes by `choices`, and is listed in
 * `conflicts` whether it is chosen yet or not.
 */
export class ThreeWay {
  readonly conflicts: Difference[] = [];
  readonly taken: Taken[] = [];

  constructor(readonly choices: Readonly<Record<string, Side>>) {}

  value<Value>({ path, label, text }: ValueWords<Value>, { base, mine, theirs }: Versions<Value>): Value {
    if (same(mine, theirs)) return mine;
    const difference = { path, label, mine: text(mine), theirs: text(theirs) };
    const from = same(base, mine) ? 'theirs' : same(base, theirs) ? 'mine' : undefined;
    if (from) this.taken.push({ path, label, value: difference[from], from });
    else this.conflicts.push(difference);
    return (from ?? this.choices[path] ?? 'mine') === 'mine' ? mine : theirs;
  }

  /** An item that one side has removed and the other has changed is a conflict as a whole. */
  list<Item>(words: ListWords<Item>, versions: Record<'base' | Side, Item[]>): Item[] {
    const { name, keyOf, subject, summary, merge } = words;
    const byKey = (items: Item[]) => new Map(items.map((item) => [keyOf(item), item]));
    const [base, mine, theirs] = [byKey(versions.base), byKey(versions.mine), byKey(versions.theirs)];
    const merged = new Map<string, Item>();
    for (const [key, known] of new Map([...base, ...mine, ...theirs])) {
      const path = `${name}/${key}`;
      const [b, m, t] = [base.get(key), mine.get(key), theirs.get(key)];
      const text = (item: Item | undefined) => (item === undefined ? 'Removed' : summary(item));
      const item =
        m !== undefined && t !== undefined
          ? merge(path, { base: b, mine: m, theirs: t })
          : this.value({ path, label: subject(known), text }, { base: b, mine: m, theirs: t });
      if (item !== undefined) merged.set(key, item);
    }
    const textOf = (keys: string[]) => keys.flatMap((key) => merged.get(key) ?? []).map(subject);
    const order = this.#order(name, textOf, {
      base: [...base.keys()],
      mine: [...mine.keys()],
      theirs: [...theirs.keys()],
    });
    return order.flatMap((key) => merged.get(key) ?? []);
  }

  /** The order of what all three know decides whose it is; what only the other side has comes last. */
  #order(name: string, textOf: (keys: string[]) => string[], keys: Record<'base' | Side, string[]>): string[] {
    const shared = (own: string[]) => own.filter((key) => Object.values(keys).every((others) => others.includes(key)));
    const versions = { base: shared(keys.base), mine: shared(keys.mine), theirs: shared(keys.theirs) };
    const words = {
      path: `${name}/order`,
      label: `Order of ${name}`,
      text: (own: string[]) => textOf(own).join(', '),
    };
    const chosen = this.value(words, versions);
    return [...new Set(chosen === versions.mine ? [...keys.mine, ...keys.theirs] : [...keys.theirs, ...keys.mine])];
  }
}

/** By value; the order of an object's keys means nothing. */
function same(one: unknown, other: unknown): boolean {
  return hashKey([one]) === hashKey([other]);
}
