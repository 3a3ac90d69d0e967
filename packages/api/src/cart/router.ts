import { forAccount } from '../sessions/acting-for.ts';
import { translationOf } from '../shared/languages.ts';
import { noInput } from '../shared/schema.ts';
import { publicProcedure, router } from '../trpc.ts';
import { applyCoupon, removeCoupon } from './coupon.ts';
import { linesOf, namedIn } from './lines.ts';
import { cartAccess, cartOwner } from './owner.ts';
import { customerOf, priceCart } from './priced-cart.ts';
import { addInput, applyCouponInput, removeInput, updateInput } from './schema.ts';
import { addToCart, removeFromCart, updateCart } from './service.ts';
import { noteVisit } from './sweep.ts';

export const cartRouter = router({
  get: publicProcedure.query(async ({ ctx }) => {
    const { database } = ctx.services;
    const owner = await cartOwner(ctx);
    const lines = await linesOf(database, owner);
    await noteVisit(ctx.services, lines);
    const methods = await ctx.services.deliveryMethods.active();
    const named = await namedIn(lines, translationOf(ctx.language, ctx.services));
    return (await priceCart(database, named, lines[0]?.cartCouponCode ?? null, customerOf(owner), methods)).view;
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

  applyCoupon: publicProcedure
    .input(forAccount)
    .input(applyCouponInput)
    .mutation(async ({ ctx, input }) => applyCoupon(ctx.services, await cartAccess(ctx), input.code)),

  removeCoupon: publicProcedure
    .input(noInput)
    .mutation(async ({ ctx }) => removeCoupon(ctx.services, await cartAccess(ctx))),
});
