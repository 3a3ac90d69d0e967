import { adminProcedure, router } from '../../trpc.ts';
import { glossaryInput, saveTermInput } from './schema.ts';
import { listTerms, saveTerm } from './service.ts';

export const adminGlossaryRouter = router({
  list: adminProcedure.input(glossaryInput).query(({ ctx, input }) => listTerms(ctx.services, input)),

  save: adminProcedure.input(saveTermInput).mutation(({ ctx, input }) => saveTerm(ctx.services, input)),
});
