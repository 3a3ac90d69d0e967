import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { type Terms, termsOf } from '../../glossary/terms.ts';
import { groupBy } from '../../shared/group-by.ts';
import type { Translation } from '../../shared/languages.ts';
import { cardAttributes, cardsOf, type ProductCard } from '../cards/cards.ts';
import { allCategories, type CategoryRow } from '../categories.ts';
import type { CatalogCounts } from '../counts.ts';
import type { FoundProduct } from '../engine/engine.ts';
import { categoryAt } from '../former-slugs.ts';
import { listProducts } from '../list.ts';
import { inLanguage } from '../texts.ts';

/** Where a search reads what it shows of the products that the engine has found, in the language of who asks. */
export interface SearchSource {
  readonly language: Translation;
  /** Siblings by position. */
  categories(): Promise<CategoryRow[]>;
  /** @throws {ShopError} NOT_FOUND for an unknown category. */
  categoryId(slug: string): Promise<number>;
  /** The number of active products in each category, by id. */
  productCounts(): Promise<ReadonlyMap<number, number>>;
  /** The cards of those that are still active, in the same order, with their prices from the minimum on. */
  cards(products: FoundProduct[]): Promise<ProductCard[]>;
  /** What the glossary calls these texts; it may be more of it. */
  terms(sources: string[]): Promise<Terms>;
  /** The cards of the newest products. */
  newest(limit: number): Promise<ProductCard[]>;
}

/** Reads from the database. */
export class DatabaseSource implements SearchSource {
  constructor(
    private readonly counts: CatalogCounts,
    readonly language: Translation,
  ) {}

  categories(): Promise<CategoryRow[]> {
    return allCategories(this.language);
  }

  async categoryId(slug: string): Promise<number> {
    return (await categoryAt(slug)).id;
  }

  productCounts(): Promise<Map<number, number>> {
    return this.counts.byCategory();
  }

  async cards(products: FoundProduct[]): Promise<ProductCard[]> {
    const id = products.map((product) => product.id);
    const rows = await Product.findAll({ where: { id, status: 'active' }, attributes: [...cardAttributes], raw: true });
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const listed = products.flatMap(({ id, listedPriceCents }) => {
      const row = rowOf.get(id);
      return row ? { ...row, priceCents: listedPriceCents ?? row.priceCents } : [];
    });
    return cardsOf(await inLanguage(listed, this.language), this.language);
  }

  terms(sources: string[]): Promise<Terms> {
    return termsOf(sources, this.language);
  }

  async newest(limit: number): Promise<ProductCard[]> {
    return (await listProducts({ counts: this.counts }, { limit }, this.language)).items;
  }

  /** The categories of these products and their ancestors, by id. */
  async categoryIdsOf(productId: number[]): Promise<Map<number, number[]>> {
    const rows = await ProductCategory.findAll({
      where: { productId },
      attributes: ['productId', 'categoryId'],
      order: ['productId', 'categoryId'],
      raw: true,
    });
    const byProduct = groupBy(rows, (row) => row.productId);
    return new Map([...byProduct].map(([id, own]) => [id, own.map(({ categoryId }) => categoryId)]));
  }
}
