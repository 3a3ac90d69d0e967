import { forAccount } from '../auth/acting-for.ts';
import { publicProcedure, router } from '../trpc.ts';
import { linesOf } from './lines.ts';
import { cartAccess, cartOwner } from './owner.ts';
import { addInput, removeInput, updateInput } from './schema.ts';
import { addToCart, removeFromCart, updateCart } from './service.ts';
import { noteVisit } from './sweep.ts';
import { viewCart } from './view.ts';

export const cartRouter = router({
  get: publicProcedure.query(async ({ ctx }) => {
    const lines = await linesOf(ctx.services.database, await cartOwner(ctx));
    await noteVisit(ctx.services, lines);
    return viewCart(lines);
  }),

  add: publicProcedure
    .input(forAccount)
    .input(addInput)
    .mutation(async ({ ctx, input }) => addToCart(ctx.services, await cartAccess(ctx), input)),

  update: publicProcedure
    .input(forAccount)
    .input(updateInput)
    .mutation(async ({ ctx, input }) => updateCart(ctx.services, await cartAccess(ctx), input)),

  remove: publicProcedure
    .input(forAccount)
    .input(removeInput)
    .mutation(async ({ ctx, input }) => removeFromCart(ctx.services, await cartAccess(ctx), input.variantId)),
});
