import fc from 'fast-check';
import { hostileValue } from './hostile-values.ts';

/** What is done to one place of a valid input. */
interface Damage {
  /** The place, counted over all places and around. */
  at: number;
  how: { set: unknown } | { add: string; value: unknown } | 'leave out';
}

const strangeKeys = fc.constantFrom('__proto__', 'constructor', 'id', 'role', 'admin', 'userId', 'priceCents', '');

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(1000),
  how: fc.oneof(
    { weight: 6, arbitrary: fc.record({ set: hostileValue }) },
    fc.record({ add: strangeKeys, value: hostileValue }),
    fc.constant('leave out' as const),
  ),
});

/** Inputs like `valid`, with something wrong at one place, at any depth; sometimes at two. */
export function nearValid(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const damages = fc.array(damage, { minLength: 1, maxLength: 2 });
  return fc.tuple(valid, damages).map(([value, done]) => done.reduce(damaged, value));
}

function damaged(value: unknown, { at, how }: Damage): unknown {
  const places = [...placesOf(value)];
  return changedAt(value, places[at % places.length] ?? [], how);
}

/** The path to each value in a value, its own first. */
function* placesOf(value: unknown, under: string[] = []): Generator<string[]> {
  yield under;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesOf(inner, [...under, key]);
}

function changedAt(value: unknown, [key, ...rest]: string[], how: Damage['how']): unknown {
  if (key === undefined) {
    if (how === 'leave out') return undefined;
    if ('set' in how) return how.set;
    return typeof value === 'object' && value !== null ? withOwn(value, how.add, how.value) : how.value;
  }
  const inner = changedAt(Reflect.get(Object(value), key), rest, how);
  return withOwn(Object(value), key, inner);
}

/** A copy with a property of its own, even if that is called `__proto__`. */
function withOwn(value: object, key: string, inner: unknown): object {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.defineProperty(copy, key, { value: inner, enumerable: true, writable: true, configurable: true });
}
