import { forAccount } from '../auth/acting-for.ts';
import { protectedProcedure, router } from '../trpc.ts';
import { addressSchema, changePasswordInput, profileInput } from './schema.ts';
import { changePassword, shippingAddress, updateProfile, updateShipping } from './service.ts';

export const accountRouter = router({
  shipping: protectedProcedure.query(({ ctx }) => shippingAddress(ctx.user.id)),

  updateShipping: protectedProcedure
    .input(forAccount)
    .input(addressSchema)
    .mutation(({ ctx, input }) => updateShipping(ctx.services, ctx.user.id, input)),

  updateProfile: protectedProcedure
    .input(forAccount)
    .input(profileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.services, ctx.user, input.name)),

  changePassword: protectedProcedure
    .input(forAccount)
    .input(changePasswordInput)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.loginLimits.beforeLogin(ctx.user.email, ctx.ip);
      await changePassword(ctx.services, ctx.user, input);
      await ctx.services.loginLimits.afterLogin(ctx.user.email, ctx.ip);
      return { ok: true as const };
    }),
});
