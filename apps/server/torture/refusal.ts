import { z } from 'zod';

const refusal = z.object({
  data: z.object({ reason: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
});

/** Why the store refused, and what it says about that; null if this is not a refusal with a reason. */
export function refusalOf(error: unknown): z.output<typeof refusal>['data'] | null {
  return refusal.safeParse(error).data?.data ?? null;
}

/** Resolves to null if the store refuses for one of these reasons. @throws whatever else goes wrong. */
export async function unlessRefused<T>(call: Promise<T>, ...reasons: string[]): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (reasons.includes(refusalOf(error)?.reason ?? '')) return null;
    throw error;
  }
}
