import { publicProcedure, router } from '../trpc.ts';
import { pageSlugInput } from './schema.ts';
import { pageBySlug } from './service.ts';

export const pagesRouter = router({
  /** Those that the footer links to. */
  list: publicProcedure.query(({ ctx }) => ctx.services.footerPages.list()),

  bySlug: publicProcedure.input(pageSlugInput).query(({ input }) => pageBySlug(input.slug)),
});
