import { FormerSlug } from '@lantern/db/models/former-slug';
import { duplicateColumn, Op, type WhereOptions } from '@lantern/db/query';
import { slugify } from '@lantern/text/slug';
import { ShopError } from './shop-error.ts';

interface Naming<T> {
  name: string;
  /** For a name that has no letter or digit an address could use. */
  otherwise: string;
  /** The rows that have a slug like this. */
  like: (slug: WhereOptions<{ slug: string }>) => Promise<{ slug: string }[]>;
  insert: (slug: string) => Promise<T>;
}

/** Inserts under a slug made from the name: "teapot", or "teapot-2" where that is taken. */
export async function withFreeSlug<T>({ name, otherwise, like, insert }: Naming<T>): Promise<T> {
  const base = slugify(name) || otherwise;
  for (;;) {
    const rows = await like({ slug: { [Op.or]: [{ [Op.eq]: base }, { [Op.startsWith]: `${base}-` }] } });
    const taken = new Set(rows.map(({ slug }) => slug));
    let free = base;
    for (let number = 2; taken.has(free); number++) free = `${base}-${number}`;
    try {
      return await insert(free);
    } catch (error) {
      // Somebody else took it a moment ago, and it is seen now.
      if (duplicateColumn(error) !== 'slug') throw error;
    }
  }
}

/**
 * Keeps an address that a thing gives up leading to it, and lets a new one lead nowhere else any more. Call it
 * once the thing is saved. @param from its address until now; null for a new thing.
 */
export async function followSlug(entity: FormerSlug['entity'], entityId: number, from: string | null, to: string) {
  if (from === to) return;
  await FormerSlug.destroy({ where: { entity, slug: to } });
  if (from !== null) await FormerSlug.create({ entity, slug: from, entityId });
}

/** For a `catch`: tells of a slug that was chosen and is not free. @throws what it was given, or CONFLICT `slug_taken`. */
export function orSlugTaken(error: unknown): never {
  if (duplicateColumn(error) !== 'slug') throw error;
  throw new ShopError('CONFLICT', 'This URL is taken. Please choose another one.', {
    reason: 'slug_taken',
    fieldErrors: { slug: ['This URL is taken.'] },
  });
}
