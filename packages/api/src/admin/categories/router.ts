import { adminProcedure, router } from '../../trpc.ts';
import { categoryListInput, createCategoryInput, deleteCategoryInput, updateCategoryInput } from './schema.ts';
import { createCategory, deleteCategory, updateCategory } from './service.ts';
import { adminCategories } from './view.ts';

export const adminCategoriesRouter = router({
  list: adminProcedure.input(categoryListInput.prefault({})).query(({ input }) => adminCategories(input)),

  create: adminProcedure.input(createCategoryInput).mutation(({ ctx, input }) => createCategory(ctx.services, input)),

  update: adminProcedure.input(updateCategoryInput).mutation(({ ctx, input }) => updateCategory(ctx.services, input)),

  delete: adminProcedure.input(deleteCategoryInput).mutation(async ({ ctx, input }) => {
    await deleteCategory(ctx.services, input.id);
    return { ok: true as const };
  }),
});
