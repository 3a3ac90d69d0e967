import { noInput } from '../shared/schema.ts';
import { protectedProcedure, publicProcedure, router } from '../trpc.ts';
import { resendVerification, verifyEmail } from './email-verification.ts';
import { requestPasswordReset, resetPassword } from './password-reset.ts';
import { loginInput, registerInput, requestResetInput, resetPasswordInput, verifyEmailInput } from './schema.ts';
import { authenticate, publicUser, register } from './service.ts';

export const authRouter = router({
  register: publicProcedure
    .meta({ anyAccount: true, countsAs: null })
    .input(registerInput)
    .mutation(async ({ ctx, input }) => {
      const { services, cookies, ip } = ctx;
      await services.loginLimits.beforeRegistration(ip);
      const { claim, ...account } = input;
      const user = await register(services, account, ctx.language, async (created) => {
        if (claim) await services.claims.claimOrder(created, claim);
      });
      await services.loginLimits.remember(user.email, ctx);
      await services.sessions.start(cookies, user, ctx.userAgent);
      return { user };
    }),

  login: publicProcedure
    .meta({ anyAccount: true, countsAs: null })
    .input(loginInput)
    .mutation(async ({ ctx, input }) => {
      const { services, cookies } = ctx;
      const succeeded = await services.loginLimits.beforeLogin(input.email, ctx);
      const user = await authenticate(services, input);
      await succeeded();
      await services.sessions.start(cookies, user, ctx.userAgent);
      return { user };
    }),

  logout: publicProcedure.input(noInput).mutation(async ({ ctx }) => {
    await ctx.services.sessions.end(ctx.cookies);
    return { ok: true as const };
  }),

  requestPasswordReset: publicProcedure
    .meta({ countsAs: null })
    .input(requestResetInput)
    .mutation(async ({ ctx, input }) => {
      const { services, ip, language } = ctx;
      const isOwner = await services.loginLimits.isKnown(input.email, ctx);
      await services.mailLimits.beforeLink('password_reset', input.email, ip, isOwner);
      await requestPasswordReset(services, input.email, language);
      return { ok: true as const };
    }),

  resetPassword: publicProcedure.input(resetPasswordInput).mutation(async ({ ctx, input }) => {
    const email = await resetPassword(ctx.services, input);
    // Who has proved that the mailbox is theirs is done guessing: the new password must work at once.
    await ctx.services.loginLimits.remember(email, ctx);
    return { ok: true as const };
  }),

  verifyEmail: publicProcedure.input(verifyEmailInput).mutation(async ({ ctx, input }) => {
    await verifyEmail(ctx.services, input.token, ctx.language);
    return { ok: true as const };
  }),

  resendVerification: protectedProcedure.input(noInput).mutation(async ({ ctx }) => {
    await ctx.services.mailLimits.beforeLink('email_verification', ctx.user.email, ctx.ip, true);
    await resendVerification(ctx.services, ctx.user.id, ctx.language);
    return { ok: true as const };
  }),

  me: publicProcedure.query(async ({ ctx }) => {
    const viewer = await ctx.viewer();
    return viewer && publicUser(viewer);
  }),
});
