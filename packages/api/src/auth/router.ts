import { adoptGuestCart } from '../cart/merge.ts';
import { forgetGuest } from '../cart/owner.ts';
import { noInput } from '../shared/schema.ts';
import { publicProcedure, router } from '../trpc.ts';
import { loginInput, registerInput } from './schema.ts';
import { authenticate, publicUser, register } from './service.ts';

export const authRouter = router({
  register: publicProcedure
    .meta({ anyAccount: true })
    .input(registerInput)
    .mutation(async ({ ctx, input }) => {
      const { shop, cookies, ip } = ctx;
      await shop.loginLimits.beforeRegistration(ip);
      const user = await register(shop, input);
      await shop.sessions.start(cookies, user.id);
      await adoptGuestCart(shop, cookies, user.id);
      return { user };
    }),

  login: publicProcedure
    .meta({ anyAccount: true })
    .input(loginInput)
    .mutation(async ({ ctx, input }) => {
      const { shop, cookies, ip } = ctx;
      await shop.loginLimits.beforeLogin(input.email, ip);
      const user = await authenticate(shop, input);
      await shop.loginLimits.afterLogin(input.email, ip);
      await shop.sessions.start(cookies, user.id);
      await adoptGuestCart(shop, cookies, user.id);
      return { user };
    }),

  logout: publicProcedure.input(noInput).mutation(async ({ ctx }) => {
    await ctx.shop.sessions.end(ctx.cookies);
    // One that has come back beside the session still leads to what was somebody's.
    forgetGuest(ctx.cookies);
    return { ok: true as const };
  }),

  me: publicProcedure.query(async ({ ctx }) => {
    const viewer = await ctx.viewer();
    return viewer && publicUser(viewer);
  }),
});
