import { failureKindOf } from './dialect/failure.ts';
import { Surrounding } from './surrounding.ts';

/** Where the reads of the current code go: to a replica, or to whichever is there. */
const where = new Surrounding<'replica' | 'any'>();

/** What the current code has asked for; undefined if its reads must have everything that was committed. */
export const readsFrom = () => where.get();

/**
 * Runs reads that may be some seconds old: on a replica if there is one that keeps up. What somebody is about to change, or has
 * just changed, is none of these. Once the replica fails, they are run again without it.
 */
export async function mayLag<T>(reads: () => Promise<T>): Promise<T> {
  try {
    return await where.run('any', reads);
  } catch (error) {
    if (failureKindOf(error) !== 'unavailable') throw error;
    return await reads();
  }
}

/** The same of what is read bit by bit. One that fails half-way is not begun anew. */
export async function* eachMayLag<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await where.run('any', () => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** Runs reads on a replica and nowhere else. */
export const onReplica = <T>(reads: () => Promise<T>): Promise<T> => where.run('replica', reads);
