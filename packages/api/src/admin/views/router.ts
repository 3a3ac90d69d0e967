import { adminProcedure, router } from '../../trpc.ts';
import { removeViewInput, saveViewInput, viewsInput } from './schema.ts';
import { listViews, removeView, saveView } from './service.ts';

export const adminViewsRouter = router({
  list: adminProcedure.input(viewsInput).query(({ ctx, input }) => listViews(ctx.user.id, input.list)),

  save: adminProcedure.input(saveViewInput).mutation(({ ctx, input }) => saveView(ctx.services, ctx.user.id, input)),

  remove: adminProcedure.input(removeViewInput).mutation(async ({ ctx, input }) => {
    await removeView(ctx.services, ctx.user.id, input.id);
    return { ok: true as const };
  }),
});
