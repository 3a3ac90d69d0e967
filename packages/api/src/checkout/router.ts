import { forAccount } from '../auth/acting-for.ts';
import { protectedProcedure, router } from '../trpc.ts';
import { placeInput, progressInput } from './schema.ts';
import { checkoutProgress, placeOrder } from './service.ts';

export const checkoutRouter = router({
  place: protectedProcedure
    .input(forAccount)
    .input(placeInput)
    .mutation(async ({ ctx, input }) => ({
      order: await placeOrder(ctx.shop, ctx.user.id, input),
    })),

  progress: protectedProcedure
    .input(progressInput)
    .query(({ ctx, input }) => checkoutProgress(ctx.user.id, input.idempotencyKey)),
});
