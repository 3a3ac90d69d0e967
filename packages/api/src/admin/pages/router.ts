import { renderMarkdown } from '../../pages/markdown.ts';
import { adminProcedure, router } from '../../trpc.ts';
import { adminPageInput, createPageInput, previewPageInput, removePageInput, updatePageInput } from './schema.ts';
import { createPage, listPages, pageById, removePage, updatePage } from './service.ts';

export const adminPagesRouter = router({
  list: adminProcedure.query(() => listPages()),

  byId: adminProcedure.input(adminPageInput).query(({ input }) => pageById(input.id)),

  preview: adminProcedure.input(previewPageInput).query(({ input }) => renderMarkdown(input.markdown)),

  create: adminProcedure.input(createPageInput).mutation(({ ctx, input }) => createPage(ctx.services, input)),

  update: adminProcedure.input(updatePageInput).mutation(({ ctx, input }) => updatePage(ctx.services, input)),

  remove: adminProcedure.input(removePageInput).mutation(async ({ ctx, input }) => {
    await removePage(ctx.services, input.id);
    return { ok: true as const };
  }),
});
