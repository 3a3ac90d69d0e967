import { publicProcedure, router } from '../trpc.ts';
import { askInput, stopInput } from './schema.ts';
import { askForRestock, stopWishes } from './wishes.ts';

export const restockRouter = router({
  ask: publicProcedure.input(askInput).mutation(async ({ ctx, input }) => {
    await ctx.services.requestLimits.takeWish(ctx.ip, input.email);
    await askForRestock(ctx.services, input, await ctx.viewer(), ctx.language);
    return { ok: true as const };
  }),

  stop: publicProcedure.input(stopInput).mutation(async ({ ctx, input }) => {
    await stopWishes(ctx.services, input.token);
    return { ok: true as const };
  }),
});
