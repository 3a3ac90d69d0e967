import { adminProcedure, router } from '../../trpc.ts';
import { listUsers } from './list.ts';
import { endSessionInput, endSessionsInput, updateUserInput, userInput, userListInput } from './schema.ts';
import { endOneSession, endSessions, updateUser } from './service.ts';
import { userById } from './view.ts';

export const adminUsersRouter = router({
  list: adminProcedure.input(userListInput.prefault({})).query(({ input }) => listUsers(input)),

  byId: adminProcedure.input(userInput).query(({ ctx, input }) => userById(ctx.services, input.id, ctx.user.sessionId)),

  update: adminProcedure.input(updateUserInput).mutation(({ ctx, input }) => updateUser(ctx.services, input)),

  endSession: adminProcedure
    .meta({ verb: 'end_session' })
    .input(endSessionInput)
    .mutation(async ({ ctx, input }) => {
      const { services, requestId, user } = ctx;
      await endOneSession(services, input);
      services.accessLog.note(requestId, { event: 'sessions_ended', userId: input.id, which: 'one', by: user.id });
      return { ok: true as const };
    }),

  endSessions: adminProcedure
    .meta({ verb: 'end_sessions' })
    .input(endSessionsInput)
    .mutation(async ({ ctx, input }) => {
      const { services, requestId, user } = ctx;
      const ended = await endSessions(services, input.id);
      services.accessLog.note(requestId, { event: 'sessions_ended', userId: input.id, which: 'all', by: user.id });
      return { ended };
    }),
});
