import type { Services } from '../services.ts';
import { type Translation, translationOf } from '../shared/languages.ts';
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

interface Asked {
  services: Services;
  language: string;
}

const inLanguage = ({ services, language }: Asked): Translation => translationOf(language, services);

const fromDatabase = (ctx: Asked) => ({
  search: ctx.services.search,
  source: new DatabaseSource(ctx.services.counts, inLanguage(ctx)),
});

export const catalogRouter = router({
  categories: publicProcedure
    .meta(counted('categories'))
    .query(({ ctx }) => categoryTree(ctx.services, inLanguage(ctx))),
  list: publicProcedure
    .meta(counted('list'))
    .input(listInput)
    .query(({ ctx, input }) => listProducts(ctx.services, input, inLanguage(ctx))),
  search: publicProcedure
    .meta(counted('search'))
    .input(searchInput)
    .query(({ ctx, input }) => searchProducts(fromDatabase(ctx), input)),
  facets: publicProcedure
    .meta(counted('facets'))
    .input(facetsInput)
    .query(({ ctx, input: { q, ...input } }) =>
      q === undefined
        ? listFacets(ctx.services, input, inLanguage(ctx))
        : searchFacets(fromDatabase(ctx), { ...input, q }),
    ),
  suggest: publicProcedure
    .meta(counted('suggest'))
    .input(suggestInput)
    .query(({ ctx, input }) => suggestProducts(fromDatabase(ctx), input.q)),
  suggestMore: publicProcedure
    .meta(counted('suggestMore'))
    .input(suggestInput)
    .query(({ ctx, input }) => suggestMore(fromDatabase(ctx), input.q)),
  bySlug: publicProcedure
    .meta(counted('bySlug'))
    .input(slugInput)
    .query(({ ctx, input }) => productBySlug(input.slug, inLanguage(ctx))),
  related: publicProcedure
    .meta(counted('related'))
    .input(slugInput)
    .query(({ ctx, input }) => relatedTo(input.slug, inLanguage(ctx))),
});
