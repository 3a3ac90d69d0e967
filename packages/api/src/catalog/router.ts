import type { Services } from '../services.ts';
import { publicProcedure, router } from '../trpc.ts';
import { categoryTree } from './categories.ts';
import { listProducts } from './list.ts';
import { listFacets } from './options/list-facets.ts';
import { productBySlug, relatedTo } from './product-view.ts';
import { catalogReads } from './reads.ts';
import { facetsInput, listInput, searchInput, slugInput, suggestInput } from './schema.ts';
import { searchFacets, searchProducts } from './search/search.ts';
import { DatabaseSource } from './search/source.ts';
import { suggestMore, suggestProducts } from './search/suggest.ts';

const counted = (name: keyof typeof catalogReads) => ({ countsAs: catalogReads[name] });

const fromDatabase = ({ search, counts }: Services) => ({ search, source: new DatabaseSource(counts) });

export const catalogRouter = router({
  categories: publicProcedure.meta(counted('categories')).query(({ ctx }) => categoryTree(ctx.services)),
  list: publicProcedure
    .meta(counted('list'))
    .input(listInput)
    .query(({ ctx, input }) => listProducts(ctx.services, input)),
  search: publicProcedure
    .meta(counted('search'))
    .input(searchInput)
    .query(({ ctx, input }) => searchProducts(fromDatabase(ctx.services), input)),
  facets: publicProcedure
    .meta(counted('facets'))
    .input(facetsInput)
    .query(({ ctx: { services }, input: { q, ...input } }) =>
      q === undefined ? listFacets(services, input) : searchFacets(fromDatabase(services), { ...input, q }),
    ),
  suggest: publicProcedure
    .meta(counted('suggest'))
    .input(suggestInput)
    .query(({ ctx, input }) => suggestProducts(fromDatabase(ctx.services), input.q)),
  suggestMore: publicProcedure
    .meta(counted('suggestMore'))
    .input(suggestInput)
    .query(({ ctx, input }) => suggestMore(fromDatabase(ctx.services), input.q)),
  bySlug: publicProcedure
    .meta(counted('bySlug'))
    .input(slugInput)
    .query(({ input }) => productBySlug(input.slug)),
  related: publicProcedure
    .meta(counted('related'))
    .input(slugInput)
    .query(({ input }) => relatedTo(input.slug)),
});
