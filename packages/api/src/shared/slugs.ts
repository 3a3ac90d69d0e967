import { FormerSlug } from '@lantern/db/models/former-slug';
import { duplicateColumn, Op, type WhereOptions } from '@lantern/db/query';
import { slugify } from '@lantern/text/slug';
import { ShopError } from './shop-error.ts';

interface Naming<T> {
  name: string;
  /** The slug for a name without any character usable in a URL. */
  fallback: string;
  /** Finds the rows with such slugs. */
  like: (slug: WhereOptions<{ slug: string }>) => Promise<{ slug: string }[]>;
  insert: (slug: string) => Promise<T>;
}

/** Inserts with a slug derived from the name: "teapot", or "teapot-2" if that is taken. */
export async function withFreeSlug<T>({ name, fallback, like, insert }: Naming<T>): Promise<T> {
  const base = slugify(name) || fallback;
  for (;;) {
    const rows = await like({ slug: { [Op.or]: [{ [Op.eq]: base }, { [Op.startsWith]: `${base}-` }] } });
    const taken = new Set(rows.map(({ slug }) => slug));
    let free = base;
    for (let number = 2; taken.has(free); number++) free = `${base}-${number}`;
    try {
      return await insert(free);
    } catch (error) {
      // Taken concurrently: the next read sees it.
      if (duplicateColumn(error) !== 'slug') throw error;
    }
  }
}

/**
 * Keeps an entity's former slug as a redirect to it, and drops redirects from its new slug. Call it after saving
 * the entity. @param from its former slug; null for a new entity.
 */
export async function followSlug(entity: FormerSlug['entity'], entityId: number, from: string | null, to: string) {
  if (from === to) return;
  await FormerSlug.destroy({ where: { entity, slug: to } });
  if (from !== null) await FormerSlug.create({ entity, slug: from, entityId });
}

/** For a `catch`. @throws CONFLICT `slug_taken` for a duplicate slug, else the given error. */
export function orSlugTaken(error: unknown): never {
  if (duplicateColumn(error) !== 'slug') throw error;
  throw new ShopError('CONFLICT', 'This URL is taken. Please choose another one.', {
    reason: 'slug_taken',
    fieldErrors: { slug: ['This URL is taken.'] },
  });
}
