import { z } from 'zod';
import { parseJson } from '../../lib/parse-json.ts';

const MOST = 5;

const things = z.array(
  z.object({
    key: z.string(),
    kind: z.enum(['product', 'order', 'user']),
    label: z.string(),
    href: z.string().startsWith('/admin/'),
    detail: z.string().optional(),
    note: z.string().optional(),
    /** Of a product. */
    imageUrl: z.string().nullish(),
  }),
);

/** A product, an order or a user that was found. */
export type FoundThing = z.output<typeof things>[number];

/** Kept for the tab alone, and until one logs out: these are customers' names. */
const keyOf = (userId: number) => `admin-recent:${userId}`;

/** What this admin has gone to from the palette, the latest first. */
export function recentThings(userId: number): FoundThing[] {
  return things.safeParse(parseJson(sessionStorage.getItem(keyOf(userId)))).data ?? [];
}

export function noteRecent(userId: number, thing: FoundThing): void {
  const others = recentThings(userId).filter(({ key }) => key !== thing.key);
  sessionStorage.setItem(keyOf(userId), JSON.stringify([thing, ...others].slice(0, MOST)));
}
