import type { RouterInputs, RouterOutputs } from '@lantern/api/types';
import type { LoggedEntry } from '../fields/field-words.ts';

type Input = NonNullable<RouterInputs['admin']['activity']['names']>;
type Answer = RouterOutputs['admin']['activity']['names'];

/** What the store has told about the things in the log, by their ids. */
export interface KnownNames {
  /** The number of the newest entry about each thing when it was asked for: a later one may have changed its name. */
  asked: ReadonlyMap<string, number>;
  products: ReadonlyMap<string, Answer['products'][number]>;
  orders: ReadonlyMap<string, Answer['orders'][number]>;
  /** Of everything else, by type and id: "user 12". */
  names: ReadonlyMap<string, string>;
}

export const nothingKnown: KnownNames = { asked: new Map(), products: new Map(), orders: new Map(), names: new Map() };

/** Things to ask for at once, each with the number of its newest entry. */
export type Batch = ReadonlyMap<string, number>;

/** As the server allows of each kind. */
const MOST = 100;
const kinds = ['product', 'order', 'user', 'promotion', 'page', 'delivery_method'];

export const keyOf = (type: string, id: string | number) => `${type} ${id}`;

/** The things in these entries that have yet to be asked for, newest first, as many as may be asked for at once. */
export function unknownIn(entries: LoggedEntry[], asked: KnownNames['asked']): Batch {
  const batch = new Map<string, number>();
  const want = (key: string, seq: number) => {
    if ((asked.get(key) ?? -1) >= seq) return;
    if (batch.size < MOST || batch.has(key)) batch.set(key, Math.max(seq, batch.get(key) ?? 0));
  };
  for (const { seq, actor, entity } of entries) {
    if (kinds.includes(entity.type)) want(keyOf(entity.type, entity.id), seq);
    // Nobody's name changes by what they do.
    if (actor.id !== null) want(keyOf('user', actor.id), 0);
  }
  return batch;
}

export function inputOf(batch: Batch): Input {
  const idsOf = (kind: string) =>
    [...batch.keys()].flatMap((key) => (key.startsWith(`${kind} `) ? key.slice(kind.length + 1) : []));
  const numbersOf = (kind: string) => idsOf(kind).map(Number);
  return {
    products: numbersOf('product'),
    orders: idsOf('order'),
    users: numbersOf('user'),
    promotions: numbersOf('promotion'),
    pages: numbersOf('page'),
    deliveryMethods: numbersOf('delivery_method'),
  };
}

/** With the answer to a batch; null if there is none, so that nothing is asked for again and again. */
export function withAnswer(known: KnownNames, batch: Batch, answer: Answer | null): KnownNames {
  const asked = new Map([...known.asked, ...batch]);
  if (!answer) return { ...known, asked };
  const { products, orders, users, promotions, pages, deliveryMethods } = answer;
  return {
    asked,
    products: new Map([...known.products, ...products.map((one) => [String(one.id), one] as const)]),
    orders: new Map([...known.orders, ...orders.map((one) => [one.number, one] as const)]),
    names: new Map([
      ...known.names,
      ...users.map(({ id, name }) => [keyOf('user', id), name] as const),
      ...promotions.map(({ id, code }) => [keyOf('promotion', id), code] as const),
      ...pages.map(({ id, title }) => [keyOf('page', id), title] as const),
      ...deliveryMethods.map(({ id, name }) => [keyOf('delivery_method', id), name] as const),
    ]),
  };
}
