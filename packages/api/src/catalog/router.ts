import { publicProcedure, router } from '../trpc.ts';
import { categoryTree } from './categories.ts';
import { listProducts } from './list.ts';
import { productBySlug, relatedTo } from './product-view.ts';
import { listInput, searchInput, slugInput, suggestInput } from './schema.ts';
import { searchProducts, suggestMore, suggestProducts } from './search/search.ts';

/** For queries whose cost grows with the catalogue. */
const costly = { countsAs: 'search' } as const;

export const catalogRouter = router({
  categories: publicProcedure.query(({ ctx }) => categoryTree(ctx.services)),
  list: publicProcedure
    .meta(costly)
    .input(listInput.prefault({}))
    .query(({ ctx, input }) => listProducts(ctx.services, input)),
  search: publicProcedure
    .meta(costly)
    .input(searchInput)
    .query(({ ctx, input }) => searchProducts(ctx.services, input)),
  suggest: publicProcedure
    .meta(costly)
    .input(suggestInput)
    .query(({ ctx, input }) => suggestProducts(ctx.services, input.q)),
  suggestMore: publicProcedure
    .meta(costly)
    .input(suggestInput)
    .query(({ ctx, input }) => suggestMore(ctx.services, input.q)),
  bySlug: publicProcedure.input(slugInput).query(({ input }) => productBySlug(input.slug)),
  related: publicProcedure.input(slugInput).query(({ input }) => relatedTo(input.slug)),
});
