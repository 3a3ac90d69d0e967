import { adminProcedure, router } from '../../trpc.ts';
import { removeSynonymsInput, saveSynonymsInput } from './schema.ts';
import { listSynonyms, removeSynonyms, saveSynonyms } from './service.ts';

export const adminSynonymsRouter = router({
  list: adminProcedure.query(() => listSynonyms()),

  save: adminProcedure.input(saveSynonymsInput).mutation(({ ctx, input }) => saveSynonyms(ctx.services, input)),

  remove: adminProcedure.input(removeSynonymsInput).mutation(async ({ ctx, input }) => {
    await removeSynonyms(ctx.services, input.id);
    return { ok: true as const };
  }),
});
