import type { Database } from '../database.ts';
import { Category } from '../models/category.ts';
import { CategoryText } from '../models/category-text.ts';
import { DeliveryMethod } from '../models/delivery-method.ts';
import { GlossaryTerm } from '../models/glossary-term.ts';
import { Product } from '../models/product.ts';
import { SearchSynonym } from '../models/search-synonym.ts';
import { CatalogueWriter, type CategoryPath } from './catalogue-writer.ts';
import { demoCategories } from './demo/categories.ts';
import { germanTerms } from './demo/german-terms.ts';
import { demoProducts } from './demo/products.ts';
import { demoSynonyms } from './demo/synonyms.ts';
import { demoCatalogue } from './demo-catalogue.ts';
import { generatedCatalogue } from './generated-catalogue.ts';
import { demoImageUrl } from './images.ts';

/** What to fill an empty catalogue with: the demo products, nothing, or a number of generated products. */
export type Seed = 'demo' | 'none' | number;

/**
 * Fills an empty catalogue and leaves any other alone; returns the number of products written. Everything
 * happens in one transaction, so an interrupted seed writes nothing.
 */
export async function seedCatalogue(
  database: Database,
  seed: Seed,
  onProgress: (written: number, total: number) => void,
): Promise<number> {
  if (seed === 'none') return 0;
  return database.transaction(async () => {
    if ((await Product.count()) > 0 || (await Category.count()) > 0) return 0;
    const total = seed === 'demo' ? demoProducts.length : seed;
    const writer = new CatalogueWriter(database.sequelize, await writeCategories(), total);
    const products = seed === 'demo' ? demoCatalogue() : generatedCatalogue(seed);
    await writer.write(products, (written) => onProgress(written, total));
    const terms = Object.entries(germanTerms).map(([source, text]) => ({ language: 'de', source, text }));
    await GlossaryTerm.bulkCreate(terms);
    for (const words of demoSynonyms) await SearchSynonym.create({ words });
    // A new store shows all ways to deliver; one that was there before them chooses its own.
    for (const method of await DeliveryMethod.findAll({ where: { active: false } }))
      await method.update({ active: true });
    return total;
  });
}

/** Writes the tree of categories; children have the accent of their parent. */
async function writeCategories(): Promise<Map<string, CategoryPath>> {
  const paths = new Map<string, CategoryPath>();
  for (const [position, top] of demoCategories.entries()) {
    const accent = (position % 8) + 1;
    const parent = await Category.create({
      slug: top.slug,
      name: top.name,
      parentId: null,
      position,
      accent,
      imageUrl: demoImageUrl({ file: top.image }),
    });
    await CategoryText.create({ categoryId: parent.id, language: 'de', name: top.german });
    paths.set(top.slug, [parent.id]);
    for (const [order, child] of top.children.entries()) {
      const { id } = await Category.create({
        slug: child.slug,
        name: child.name,
        parentId: parent.id,
        position: order,
        accent,
        imageUrl: demoImageUrl({ file: child.image }),
      });
      await CategoryText.create({ categoryId: id, language: 'de', name: child.german });
      paths.set(child.slug, [id, parent.id]);
    }
  }
  return paths;
}
