import { forAccount } from '../auth/acting-for.ts';
import { cancelInput } from '../orders/schema.ts';
import { protectedProcedure, router } from '../trpc.ts';
import { cancelOrder } from './cancel.ts';
import { placeInput, progressInput } from './schema.ts';
import { checkoutProgress, placeOrder } from './service.ts';

export const checkoutRouter = router({
  place: protectedProcedure
    .input(forAccount)
    .input(placeInput)
    .mutation(async ({ ctx, input }) => ({
      order: await placeOrder(ctx.services, ctx.user.id, input),
    })),

  progress: protectedProcedure
    .input(progressInput)
    .query(({ ctx, input }) => checkoutProgress(ctx.user.id, input.idempotencyKey)),
});

/** Served as `orders.cancel`. */
export const cancelRouter = router({
  cancel: protectedProcedure
    .input(forAccount)
    .input(cancelInput)
    .mutation(({ ctx, input }) => cancelOrder(ctx.services, ctx.user.id, input.number)),
});
