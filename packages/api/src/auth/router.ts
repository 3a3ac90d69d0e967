import { noInput } from '../shared/schema.ts';
import { publicProcedure, router } from '../trpc.ts';
import { loginInput, registerInput } from './schema.ts';
import { authenticate, publicUser, register } from './service.ts';

export const authRouter = router({
  register: publicProcedure
    .meta({ anyAccount: true })
    .input(registerInput)
    .mutation(async ({ ctx, input }) => {
      const { services, cookies, ip } = ctx;
      await services.loginLimits.beforeRegistration(ip);
      const user = await register(services, input);
      await services.sessions.start(cookies, user.id);
      return { user };
    }),

  login: publicProcedure
    .meta({ anyAccount: true })
    .input(loginInput)
    .mutation(async ({ ctx, input }) => {
      const { services, cookies, ip } = ctx;
      await services.loginLimits.beforeLogin(input.email, ip);
      const user = await authenticate(services, input);
      await services.loginLimits.afterLogin(input.email, ip);
      await services.sessions.start(cookies, user.id);
      return { user };
    }),

  logout: publicProcedure.input(noInput).mutation(async ({ ctx }) => {
    await ctx.services.sessions.end(ctx.cookies);
    return { ok: true as const };
  }),

  me: publicProcedure.query(async ({ ctx }) => {
    const viewer = await ctx.viewer();
    return viewer && publicUser(viewer);
  }),
});
