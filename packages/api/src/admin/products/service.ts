import type { WithDatabase } from '@lantern/db/database';
import { Product, productFields } from '@lantern/db/models/product';
import { lowestPrice } from '@lantern/db/models/variant';
import { pick, pickDefined } from '@lantern/db/pick';
import { refreshPrices } from '../../catalog/sale-prices.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound } from '../../shared/shop-error.ts';
import { followSlug, orSlugTaken, withFreeSlug } from '../../shared/slugs.ts';
import { setProductCategories } from '../categories/memberships.ts';
import { lockTree } from '../categories/tree.ts';
import { saveImages } from './images.ts';
import type { CreateProduct, UpdateProduct } from './schema.ts';
import { saveTexts } from './texts.ts';
import { dropMissingPictures } from './variants/pictures.ts';
import { lockVariants, saveVariants } from './variants/variants.ts';
import { LockedVersion } from './version.ts';
import { type AdminProduct, adminProduct } from './view.ts';

/** What saving a product needs. */
export type ProductServices = WithDatabase & WithLanguages;

/**
 * Adds a product; without a slug, one is derived from its name.
 * @throws {ShopError} CONFLICT `slug_taken` or `sku_taken`, BAD_REQUEST for an unknown category or language.
 */
export function createProduct(services: ProductServices, input: CreateProduct): Promise<AdminProduct> {
  const { name, slug, tagline = null, texts, categorySlugs, images, variants } = input;
  const fields = { ...pick(input, productFields), tagline, priceCents: lowestPrice(variants) };
  return services.database.transaction(async () => {
    const tree = await lockTree();
    const product = slug
      ? await Product.create({ ...fields, slug }).catch(orSlugTaken)
      : await withFreeSlug({
          name,
          fallback: 'product',
          like: (where) => Product.findAll({ where, attributes: ['slug'], raw: true }),
          insert: (free) => Product.create({ ...fields, slug: free }),
        });
    const { id } = product;
    await followSlug('product', id, null, product.slug);
    await setProductCategories(tree, id, categorySlugs);
    if (texts) await saveTexts(services, id, texts);
    await saveImages(id, images);
    await saveVariants({ productId: id, rows: [], stockMoved: false }, variants);
    await dropMissingPictures(id);
    return adminProduct(id);
  });
}

/**
 * Changes the given fields of a product and increments its version; writes nothing if nothing is different.
 * @throws {ShopError} NOT_FOUND; CONFLICT `version_conflict` if it was edited since it was read,
 * `stock_changed` if it was sold since and the given stock is not the current one, `slug_taken`, `sku_taken`,
 * `out_of_stock`; BAD_REQUEST for an unknown category or language.
 */
export function updateProduct(services: ProductServices, input: UpdateProduct): Promise<AdminProduct> {
  const { id, version, texts, categorySlugs, images, variants } = input;
  return services.database.transaction(async () => {
    // Before the product: moving a category locks in the same sequence.
    const tree = categorySlugs && (await lockTree());
    const product = await lockProduct(id);
    const rows = await lockVariants([id]);
    const locked = new LockedVersion(product, rows);
    locked.assertNotEdited(version);
    const { slug } = product;
    product.set(pickDefined(input, productFields));
    const changes = [
      product.changed() !== false,
      texts ? await saveTexts(services, id, texts) : false,
      tree && categorySlugs ? await setProductCategories(tree, id, categorySlugs) : false,
      images ? await saveImages(id, images) : false,
      variants ? await saveVariants({ productId: id, rows, stockMoved: version < locked.current }, variants) : false,
      images || variants ? await dropMissingPictures(id) : false,
    ];
    if (changes.some(Boolean)) {
      locked.increment();
      await product.save().catch(orSlugTaken);
      await followSlug('product', id, slug, product.slug);
      if (variants) await refreshPrices([id]);
    }
    return adminProduct(id);
  });
}

/** The product, locked until the transaction ends. @throws {ShopError} NOT_FOUND. */
export async function lockProduct(id: number): Promise<Product> {
  const product = await Product.findByPk(id, { lock: true });
  if (!product) throw notFound('product');
  return product;
}
