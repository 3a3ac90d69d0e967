import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { z } from 'zod';
import type { Cell } from './cells.ts';
import { sender } from './journeys.ts';

/** Answers compared of each cell, spread over its addresses. */
const COMPARED = 20;

const card = z.object({
  id: z.number(),
  slug: z.string(),
  priceCents: z.number(),
  fromPrice: z.boolean(),
  imageUrl: z.string().nullable(),
  stock: z.number(),
  isNew: z.boolean(),
  optionSummary: z.string().nullable(),
  accent: z.number(),
});

/**
 * What the answers of the store and of plain SQL must have in common, to the order of the items. Searches and
 * suggestions need only be answers: the store finds more than plain SQL can.
 */
const common: Record<string, z.ZodType> = {
  list: z.object({ items: z.array(card), total: z.number(), nextCursor: z.string().nullable() }),
  bySlug: z.object({
    id: z.number(),
    slug: z.string(),
    images: z.array(z.object({ url: z.string() })),
    categories: z.array(z.object({ slug: z.string() })),
    variants: z.array(z.object({ id: z.number(), stock: z.number(), options: z.record(z.string(), z.string()) })),
  }),
  categories: z.array(
    z.object({ slug: z.string(), productCount: z.number(), children: z.array(z.object({ slug: z.string() })) }),
  ),
  search: z.object({ items: z.array(card) }).transform(() => null),
  suggest: z.array(z.object({ slug: z.string(), imageUrl: z.string().nullable() })).transform(() => null),
};

/** Compares some answers of both servers. @throws {Error} with both, if they differ in what they must have in common. */
export async function expectAgreement(cells: Cell[], store: string, bare: string): Promise<void> {
  const pools = [new Pool(store), new Pool(bare)];
  for (const { ask, loggedIn } of cells) {
    // Who is logged in asks for the same.
    if (loggedIn || !('paths' in ask)) continue;
    const step = Math.max(1, Math.floor(ask.paths.length / COMPARED));
    for (const path of ask.paths.filter((_, index) => index % step === 0)) {
      const answers = await Promise.all(pools.map((pool) => essenceOf(path, sender(pool)(path))));
      if (isDeepStrictEqual(answers[0], answers[1])) continue;
      throw new Error(
        `The answers to ${decodeURIComponent(path)} differ.\n${answers.map((one) => JSON.stringify(one)).join('\n')}`,
      );
    }
  }
  await Promise.all(pools.map((pool) => pool.close()));
}

async function essenceOf(path: string, answer: Promise<string | null>): Promise<unknown> {
  const procedure = /^\/trpc\/catalog\.(\w+)/.exec(path)?.[1] ?? '';
  const text = await answer;
  if (text === null) throw new Error(`${decodeURIComponent(path)} was refused.`);
  return z.object({ result: z.object({ data: common[procedure] ?? z.never() }) }).parse(JSON.parse(text)).result.data;
}
