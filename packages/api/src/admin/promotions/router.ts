import { adminProcedure, router } from '../../trpc.ts';
import { createPromotionInput, removePromotionInput, updatePromotionInput } from './schema.ts';
import { createPromotion, listPromotions, removePromotion, updatePromotion } from './service.ts';

export const adminPromotionsRouter = router({
  list: adminProcedure.query(() => listPromotions()),

  create: adminProcedure.input(createPromotionInput).mutation(({ ctx, input }) => createPromotion(ctx.services, input)),

  update: adminProcedure.input(updatePromotionInput).mutation(({ ctx, input }) => updatePromotion(ctx.services, input)),

  remove: adminProcedure.input(removePromotionInput).mutation(async ({ ctx, input }) => {
    await removePromotion(ctx.services, input.id);
    return { ok: true as const };
  }),
});
