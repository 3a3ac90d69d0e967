import { publicProcedure, router } from '../trpc.ts';
import { cartOwner } from './owner.ts';
import { addInput, removeInput, updateInput } from './schema.ts';
import { addToCart, removeFromCart, updateCart } from './service.ts';
import { viewCart } from './view.ts';

export const cartRouter = router({
  get: publicProcedure.query(async ({ ctx }) => viewCart(await cartOwner(ctx))),

  add: publicProcedure
    .input(addInput)
    .mutation(async ({ ctx, input }) => addToCart(ctx.shop, await cartOwner(ctx), input)),

  update: publicProcedure
    .input(updateInput)
    .mutation(async ({ ctx, input }) => updateCart(ctx.shop, await cartOwner(ctx), input)),

  remove: publicProcedure
    .input(removeInput)
    .mutation(async ({ ctx, input }) => removeFromCart(ctx.shop, await cartOwner(ctx), input.variantId)),
});
