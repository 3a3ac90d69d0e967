import { TRPCError } from '@trpc/server';
import fc from 'fast-check';
import type { Shop } from './shop.ts';

/** What came of a step: done, or not, with a word that says why. */
export type Outcome = { done: true } | { done: false; why: string };

/** One thing that somebody does; fast-check prints it as its name and values. */
export class Step {
  constructor(
    readonly name: string,
    private readonly values: unknown,
    readonly take: (shop: Shop) => Promise<Outcome>,
  ) {}

  toString(): string {
    return `${this.name} ${JSON.stringify(this.values)}`;
  }
}

/** Steps with these values. */
export function stepOf<Values>(
  name: string,
  values: fc.Arbitrary<Values>,
  take: (shop: Shop, values: Values) => Promise<Outcome>,
): fc.Arbitrary<Step> {
  return values.map((drawn) => new Step(name, drawn, (shop) => take(shop, drawn)));
}

/** Of a step for which there is nothing yet. */
export const nothing: Outcome = { done: false, why: 'nothing to do it with' };

/** Hands what a call answers to `then`. @throws whatever is no refusal, but the store's own failure. */
export async function outcomeOf<Value>(
  call: Promise<Value>,
  then: (value: Value) => void = () => {},
): Promise<Outcome> {
  try {
    then(await call);
    return { done: true };
  } catch (error) {
    const isRefusal = error instanceof TRPCError && !/INTERNAL|UNAVAILABLE|TIMEOUT/.test(error.code);
    if (!isRefusal) throw error;
    const { cause, code } = error;
    return { done: false, why: String(Reflect.get(Object(cause), 'reason') ?? code) };
  }
}

/** One of a list, counted around; undefined if it is empty. */
export const oneOf = <Value>(list: readonly Value[], at: number): Value | undefined => list[at % list.length];

/** Which of several. */
export const which: fc.Arbitrary<number> = fc.nat(5);
