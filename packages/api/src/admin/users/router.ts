import { adminProcedure, router } from '../../trpc.ts';
import { listUsers } from './list.ts';
import { endSessionsInput, updateUserInput, userInput, userListInput } from './schema.ts';
import { endSessions, updateUser } from './service.ts';
import { userById } from './view.ts';

export const adminUsersRouter = router({
  list: adminProcedure.input(userListInput.prefault({})).query(({ input }) => listUsers(input)),

  byId: adminProcedure.input(userInput).query(({ ctx, input }) => userById(ctx.services, input.id, ctx.user.sessionId)),

  update: adminProcedure.input(updateUserInput).mutation(({ ctx, input }) => updateUser(ctx.services, input)),

  endSessions: adminProcedure
    .meta({ verb: 'end_sessions' })
    .input(endSessionsInput)
    .mutation(async ({ ctx, input }) => ({ ended: await endSessions(ctx.services, input.id) })),
});
