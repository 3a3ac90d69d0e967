import type { Translation } from '../shared/languages.ts';
import type { RequestKind } from '../shared/request-limits.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { CatalogModel } from './model/model.ts';
import type { Rendered } from './rendered.ts';
import { facetsInput, listInput, searchInput, slugInput, suggestInput } from './schema.ts';
import { dependsOnOffers, type SearchServices, searchFacets, searchProducts } from './search/search.ts';
import { suggestMore } from './search/suggest.ts';

/** The catalogue's queries, and the limit that each counts towards: those whose cost grows with the catalogue are searches. */
export const catalogReads = {
  categories: 'read',
  list: 'search',
  search: 'search',
  facets: 'search',
  suggest: 'search',
  suggestMore: 'search',
  bySlug: 'read',
  related: 'read',
} as const satisfies Record<string, RequestKind>;

export type CatalogRead = keyof typeof catalogReads;

/** Those that look words up, which takes some ten times as long as the others. */
export const wordReads: ReadonlySet<CatalogRead> = new Set(['search', 'facets', 'suggest', 'suggestMore']);

/** What `schema` makes of an input, or undefined if that is not valid. */
const valid = <T>(schema: { safeParse(input: unknown): { data?: T } }, input: unknown) => schema.safeParse(input).data;

type Answered = Rendered | undefined;

/** How each query is answered from the model. Undefined where only the database can, or knows what is wrong. */
const fromModel: Record<
  CatalogRead,
  (model: CatalogModel, services: SearchServices, input: unknown, language: Translation) => Answered | Promise<Answered>
> = {
  categories: (model, _, __, language) => model.categories(language),
  list(model, _, input, language) {
    const query = valid(listInput, input);
    return query && model.list(query, language);
  },
  async search(model, services, input, language) {
    const query = valid(searchInput, input);
    if (!query) return undefined;
    const { items, ...rest } = await searchProducts(services, query);
    const anyOffer = dependsOnOffers(query);
    // With a minimum price, also one in the words, a card may show another price than elsewhere: none can take its place.
    const cards = anyOffer
      ? items.map((card) => JSON.stringify(card))
      : model.cardTexts(
          items.map(({ id }) => id),
          language,
        );
    const parts = ['{"items":[', cards, `],${JSON.stringify(rest).slice(1)}`];
    const texts = [...(anyOffer ? items : []), ...rest.alternatives];
    return { parts, shows: { cards: texts.map(({ id }) => id), anyOffer } };
  },
  async facets(model, services, input, language) {
    const query = valid(facetsInput, input);
    if (!query) return undefined;
    const { q, ...filters } = query;
    if (q === undefined) return model.listFacets(filters, language);
    return { parts: [JSON.stringify(await searchFacets(services, { ...query, q }))], shows: { anyOffer: true } };
  },
  async suggest(model, _, input, language) {
    const query = valid(suggestInput, input);
    if (!query) return undefined;
    const { parts, shows } = await model.suggest(query.q, language);
    return { parts, shows: { ...shows, anyOffer: dependsOnOffers(query) } };
  },
  async suggestMore(_, services, input) {
    const query = valid(suggestInput, input);
    if (!query) return undefined;
    const more = await suggestMore(services, query.q);
    return { parts: [JSON.stringify(more)], shows: { anyOffer: dependsOnOffers(query) } };
  },
  bySlug(model, _, input, language) {
    const query = valid(slugInput, input);
    return query && model.product(query.slug, language);
  },
  related(model, _, input, language) {
    const query = valid(slugInput, input);
    return query && model.related(query.slug, language);
  },
};

/**
 * The answer to a query of the catalogue with this input, which need not be valid, as the API would give it in a language. Undefined if
 * it is up to the API: also for what is refused, so that there is one place for errors.
 */
export async function readRendered(
  model: CatalogModel,
  read: CatalogRead,
  input: unknown,
  language: Translation,
): Promise<Answered> {
  const answer = await readFrom(model, read, input, language);
  model.reads[answer ? 'answered' : 'left'] += 1;
  return answer;
}

async function readFrom(
  model: CatalogModel,
  read: CatalogRead,
  input: unknown,
  language: Translation,
): Promise<Answered> {
  try {
    const source = model.source(language);
    return source ? await fromModel[read](model, { search: model, source }, input, language) : undefined;
  } catch (error) {
    if (error instanceof ShopError) return undefined;
    throw error;
  }
}
