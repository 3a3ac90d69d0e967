import { forAccount } from '../sessions/acting-for.ts';
import { endSession, sessionsOf } from '../sessions/list.ts';
import { noInput } from '../shared/schema.ts';
import { protectedProcedure, router } from '../trpc.ts';
import {
  removeAddress,
  saveAddress,
  savedAddresses,
  setDefaultAddress,
  shippingAddress,
  updateShipping,
} from './address-book.ts';
import { asOwner } from './as-owner.ts';
import { changeEmail, emailStatus } from './change-email.ts';
import { setLanguage } from './language.ts';
import {
  addressSchema,
  changeEmailInput,
  changePasswordInput,
  languageInput,
  profileInput,
  saveAddressInput,
  savedAddressInput,
  sessionInput,
} from './schema.ts';
import { changePassword, updateProfile } from './service.ts';

const addressesRouter = router({
  list: protectedProcedure.query(({ ctx }) => savedAddresses(ctx.user.id)),

  save: protectedProcedure
    .input(forAccount)
    .input(saveAddressInput)
    .mutation(({ ctx, input }) => saveAddress(ctx.services, ctx.user.id, input)),

  remove: protectedProcedure
    .input(forAccount)
    .input(savedAddressInput)
    .mutation(({ ctx, input }) => removeAddress(ctx.services, ctx.user.id, input.id)),

  setDefault: protectedProcedure
    .input(forAccount)
    .input(savedAddressInput)
    .mutation(({ ctx, input }) => setDefaultAddress(ctx.services, ctx.user.id, input.id)),
});

const sessionsRouter = router({
  list: protectedProcedure.query(({ ctx }) => sessionsOf(ctx.user.id, ctx.user.sessionId)),

  end: protectedProcedure
    .input(forAccount)
    .input(sessionInput)
    .mutation(async ({ ctx, input }) => {
      const { id, sessionId } = ctx.user;
      await endSession(ctx.services, id, input.id);
      ctx.services.accessLog.note(ctx.requestId, { event: 'sessions_ended', userId: id, which: 'one', by: id });
      return sessionsOf(id, sessionId);
    }),

  endOthers: protectedProcedure.input(noInput).mutation(async ({ ctx }) => {
    const { id, sessionId } = ctx.user;
    await ctx.services.sessions.endOthers(ctx.user);
    ctx.services.accessLog.note(ctx.requestId, { event: 'sessions_ended', userId: id, which: 'others', by: id });
    return sessionsOf(id, sessionId);
  }),
});

export const accountRouter = router({
  addresses: addressesRouter,
  sessions: sessionsRouter,

  shipping: protectedProcedure.query(({ ctx }) => shippingAddress(ctx.user.id)),

  updateShipping: protectedProcedure
    .input(forAccount)
    .input(addressSchema)
    .mutation(({ ctx, input }) => updateShipping(ctx.services, ctx.user.id, input)),

  updateProfile: protectedProcedure
    .input(forAccount)
    .input(profileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.services, ctx.user, input.name)),

  setLanguage: protectedProcedure
    .input(forAccount)
    .input(languageInput)
    .mutation(async ({ ctx, input }) => {
      await setLanguage(ctx.services, ctx.user.id, input.language);
      return { ok: true as const };
    }),

  email: protectedProcedure.query(({ ctx }) => emailStatus(ctx.user)),

  changeEmail: protectedProcedure
    .input(forAccount)
    .input(changeEmailInput)
    .mutation(async ({ ctx, input }) => {
      const { services, user, ip, language } = ctx;
      await asOwner(ctx, async () => {
        await services.mailLimits.beforeLink('email_change', input.newEmail, ip);
        await changeEmail(services, user, input, language);
      });
      return { ok: true as const };
    }),

  changePassword: protectedProcedure
    .input(forAccount)
    .input(changePasswordInput)
    .mutation(async ({ ctx, input }) => {
      const { services, user, requestId } = ctx;
      await asOwner(ctx, () => changePassword(services, user, input));
      services.accessLog.note(requestId, { event: 'password_changed', userId: user.id });
      return { ok: true as const };
    }),
});
