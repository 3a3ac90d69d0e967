import { encodeCursor } from '@lantern/api/shared/paging';
import { mulberry32 } from '@lantern/db/seed/mulberry32';

/** What addresses are made from. */
export interface Catalogue {
  products: { id: number; slug: string; name: string; nameKey: string; priceCents: number }[];
  categories: { slug: string }[];
}

/** The path of a query, as any HTTP client would ask it. */
export function pathOf(procedure: string, input?: object): string {
  return `/trpc/${procedure}${input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''}`;
}

/** Repeats `make` until there are `count` different results, or so many repetitions that there may be no more. */
function different(count: number, make: () => string, from: string[] = []): string[] {
  const made = new Set(from.slice(0, count));
  for (let tries = 0; made.size < count && tries < 20 * count; tries++) made.add(make());
  return [...made];
}

/** Draws what addresses consist of; the same seed draws the same. */
export class Addresses {
  readonly #random: () => number;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly count: number,
    seed: number,
  ) {
    this.#random = mulberry32(seed);
  }

  /** First pages of every sort order and category, then pages behind a cursor: most popular first, as all lists here. */
  lists(): string[] {
    const { products, categories } = this.catalogue;
    const limits = [24, 12, 48];
    const shelves = [{}, ...categories.map(({ slug }) => ({ category: slug }))];
    const keys = { newest: 'id', price_asc: 'priceCents', price_desc: 'priceCents', name: 'nameKey' } as const;
    const sorts = ['newest', 'price_asc', 'price_desc', 'name'] as const;
    const first = limits.flatMap((limit) =>
      shelves.flatMap((shelf) => sorts.map((sort) => pathOf('catalog.list', { ...shelf, sort, limit }))),
    );
    const further = () => {
      const sort = this.#pick(sorts);
      const last = this.#pick(products);
      const cursor = encodeCursor([sort, last[keys[sort]], last.id]);
      return pathOf('catalog.list', { ...this.#pick(shelves), sort, limit: this.#pick(limits), cursor });
    };
    return different(this.count, further, first);
  }

  products(): string[] {
    return different(this.count, () => pathOf('catalog.bySlug', { slug: this.#pick(this.catalogue.products).slug }));
  }

  /** What has been typed so far of a product's name. */
  suggestions(): string[] {
    return different(this.count, () => {
      const { name } = this.#pick(this.catalogue.products);
      return pathOf('catalog.suggest', { q: name.slice(0, 2 + this.#below(Math.min(name.length, 24))) });
    });
  }

  /** One to three words of a product's name; every third search has a typo. */
  searches(): string[] {
    let made = 0;
    return different(Math.ceil(this.count / 5), () => {
      const words = this.#pick(this.catalogue.products).name.split(' ').slice(0, -1);
      const start = this.#below(words.length);
      const q = words.slice(start, start + 1 + this.#below(3)).join(' ');
      made += 1;
      return pathOf('catalog.search', { q: made % 3 === 0 ? this.#mistype(q) : q });
    });
  }

  /** Swaps two neighbouring letters, omits one, or types one twice. */
  #mistype(text: string): string {
    const at = 1 + this.#below(Math.max(1, text.length - 2));
    const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    return this.#pick([before + after.charAt(0) + here + after.slice(1), before + after, before + here + here + after]);
  }

  #below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  #pick<T>(list: readonly T[]): T {
    const item = list[this.#below(list.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }
}
