import { noInput } from '../shared/schema.ts';
import { protectedProcedure, publicProcedure, router } from '../trpc.ts';
import { resendVerification, verifyEmail } from './email-verification.ts';
import { logIn } from './log-in.ts';
import { requestPasswordReset, resetPassword } from './password-reset.ts';
import { loginInput, registerInput, requestResetInput, resetPasswordInput, verifyEmailInput } from './schema.ts';
import { publicUser, register } from './service.ts';

export const authRouter = router({
  register: publicProcedure
    .meta({ anyAccount: true, countsAs: null })
    .input(registerInput)
    .mutation(async ({ ctx, input }) => {
      const { services, cookies, ip, requestId } = ctx;
      await services.loginLimits.beforeRegistration(ip);
      const { claim, ...account } = input;
      const user = await register(services, account, ctx.language, async (created) => {
        if (claim) await services.claims.claimOrder(created, claim);
      });
      await services.loginLimits.remember(user.email, ctx);
      await services.sessions.start(cookies, user, ctx.userAgent);
      services.accessLog.note(requestId, { event: 'registered', userId: user.id });
      return { user };
    }),

  login: publicProcedure
    .meta({ anyAccount: true, countsAs: null })
    .input(loginInput)
    .mutation(async ({ ctx, input }) => ({ user: await logIn(ctx.services, input, ctx) })),

  logout: publicProcedure.input(noInput).mutation(async ({ ctx }) => {
    const { services, cookies, requestId } = ctx;
    const viewer = await ctx.viewer();
    await services.sessions.end(cookies);
    if (viewer) services.accessLog.note(requestId, { event: 'logout', userId: viewer.id });
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
    const { services, requestId } = ctx;
    const { userId, email } = await resetPassword(services, input);
    services.accessLog.note(requestId, { event: 'password_reset', userId });
    // Who has proved that the mailbox is theirs is done guessing: the new password must work at once.
    await services.loginLimits.remember(email, ctx);
    return { ok: true as const };
  }),

  verifyEmail: publicProcedure.input(verifyEmailInput).mutation(async ({ ctx, input }) => {
    const { services, requestId } = ctx;
    const { userId, email } = await verifyEmail(services, input.token, ctx.language);
    services.accessLog.note(requestId, { event: 'email_confirmed', userId });
    // The browser that the account was known in by its previous address.
    await services.loginLimits.remember(email, ctx);
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
