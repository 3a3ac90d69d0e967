import { cartOwner } from '../cart/owner.ts';
import { orderKey } from '../orders/access.ts';
import { withLinksFor } from '../orders/documents.ts';
import { cancelInput } from '../orders/schema.ts';
import { forAccount } from '../sessions/acting-for.ts';
import { cancelOrder } from '../settlement/cancel.ts';
import { translationOf } from '../shared/languages.ts';
import { publicProcedure, router } from '../trpc.ts';
import { checkoutOptions } from './options.ts';
import { optionsInput, placeInput, progressInput } from './schema.ts';
import { checkoutProgress, placeOrder } from './service.ts';
import { shopperOf } from './shopper.ts';

export const checkoutRouter = router({
  options: publicProcedure
    .input(optionsInput)
    .query(async ({ ctx, input }) =>
      checkoutOptions(ctx.services, await cartOwner(ctx), input?.country, translationOf(ctx.language, ctx.services)),
    ),

  place: publicProcedure
    .input(forAccount)
    .input(placeInput)
    .mutation(async ({ ctx, input }) => ({
      order: await placeOrder(ctx.services, await shopperOf(ctx, input.email), input, ctx.language),
    })),

  progress: publicProcedure
    .input(progressInput)
    .query(async ({ ctx, input }) => checkoutProgress(await cartOwner(ctx), input.idempotencyKey)),
});

/** Served as `orders.cancel`. */
export const cancelRouter = router({
  cancel: publicProcedure
    .input(forAccount)
    .input(cancelInput)
    .mutation(async ({ ctx, input }) =>
      withLinksFor(ctx.services, input, await cancelOrder(ctx.services, await orderKey(ctx, input))),
    ),
});
