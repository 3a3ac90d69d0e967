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
      await endOneSession(ctx.services, input);
      return { ok: true as const };
    }),

  endSessions: adminProcedure
    .meta({ verb: 'end_sessions' })
    .input(endSessionsInput)
    .mutation(async ({ ctx, input }) => ({ ended: await endSessions(ctx.services, input.id) })),
});
