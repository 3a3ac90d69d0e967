import { translationOf } from '../shared/languages.ts';
import { publicProcedure, router } from '../trpc.ts';
import { pageSlugInput } from './schema.ts';
import { pageBySlug } from './service.ts';

export const pagesRouter = router({
  /** Those that the footer links to. */
  list: publicProcedure.query(({ ctx }) => ctx.services.footerPages.list(translationOf(ctx.language, ctx.services))),

  bySlug: publicProcedure
    .input(pageSlugInput)
    .query(({ ctx, input }) => pageBySlug(input.slug, translationOf(ctx.language, ctx.services))),
});
