import type { Terms } from '../../glossary/terms.ts';
import type { Translation } from '../../shared/languages.ts';
import { notFound } from '../../shared/shop-error.ts';
import type { ProductCard } from '../cards/cards.ts';
import type { CategoryRow } from '../categories.ts';
import type { FoundProduct } from '../engine/engine.ts';
import type { ModelStore } from '../model-file/store.ts';
import { EVERYTHING } from '../model-file/tables.ts';
import type { SearchSource } from '../search/source.ts';
import type { SharedTexts } from '../shared-texts.ts';

/** Reads what a search shows from the model. */
export class ModelSource implements SearchSource {
  constructor(
    private readonly store: ModelStore,
    private readonly shared: SharedTexts,
    readonly language: Translation,
  ) {}

  async categories(): Promise<CategoryRow[]> {
    return this.shared.rows(this.language);
  }

  async categoryId(slug: string): Promise<number> {
    const category = this.shared.rows(null).find((row) => row.slug === slug);
    if (!category) throw notFound('category');
    return category.id;
  }

  async productCounts(): Promise<Map<number, number>> {
    return this.store.categoryTotals();
  }

  async cards(products: FoundProduct[]): Promise<ProductCard[]> {
    return this.store.cards(products, this.language);
  }

  async terms(): Promise<Terms> {
    return this.shared.terms(this.language);
  }

  async newest(limit: number): Promise<ProductCard[]> {
    const { ids } = this.store.page({ categoryId: EVERYTHING, language: this.language, after: null, limit });
    return this.cards(ids.map((id) => ({ id, listedPriceCents: null })));
  }
}
