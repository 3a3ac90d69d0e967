import { Product } from '@lantern/db/models/product';
import type { Shop } from '../../context.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { putOnShelves } from '../categories/shelves.ts';
import { lockTree } from '../categories/tree.ts';
import { orSlugTaken, withFreeSlug } from '../slugs.ts';
import { saveImages } from './images.ts';
import type { CreateProduct, UpdateProduct } from './schema.ts';
import { lowestPrice, saveVariants } from './variants.ts';
import { type AdminProduct, adminProduct } from './view.ts';

/**
 * Adds a product; without a slug it gets one from its name.
 * @throws {ShopError} CONFLICT `slug_taken` or `sku_taken`, BAD_REQUEST for an unknown category.
 */
export function createProduct(shop: Shop, input: CreateProduct): Promise<AdminProduct> {
  const { name, slug, description, highlight = null, status, categorySlugs, images, variants } = input;
  const fields = { name, description, highlight, status, priceCents: lowestPrice(variants) };
  return shop.database.transaction(async () => {
    const tree = await lockTree();
    const { id } = slug
      ? await Product.create({ ...fields, slug }).catch(orSlugTaken)
      : await withFreeSlug({
          name,
          otherwise: 'product',
          like: (where) => Product.findAll({ where, attributes: ['slug'], raw: true }),
          insert: (free) => Product.create({ ...fields, slug: free }),
        });
    await putOnShelves(tree, id, categorySlugs);
    await saveImages(id, images);
    await saveVariants(id, variants);
    return adminProduct(id);
  });
}

/**
 * Changes what is given of a product, and counts its version up; where nothing is different it writes
 * nothing.
 * @throws {ShopError} NOT_FOUND; CONFLICT `version_conflict` when it was changed since it was read,
 * `slug_taken`, `sku_taken`, `out_of_stock`; BAD_REQUEST for an unknown category.
 */
export function updateProduct(shop: Shop, input: UpdateProduct): Promise<AdminProduct> {
  const { id, version, categorySlugs, images, variants } = input;
  return shop.database.transaction(async () => {
    // Before the product: whoever moves a category takes them in this order too.
    const tree = categorySlugs && (await lockTree());
    const product = await lockProduct(id);
    if (product.version !== version) throw versionConflict(product.version);
    const { name = product.name, slug = product.slug, description = product.description } = input;
    const { highlight = product.highlight, status = product.status } = input;
    product.set({ name, slug, description, highlight, status });
    const changes = [
      product.changed() !== false,
      tree && categorySlugs ? await putOnShelves(tree, id, categorySlugs) : false,
      images ? await saveImages(id, images) : false,
      variants ? await saveVariants(id, variants) : false,
    ];
    if (changes.some(Boolean)) {
      if (variants) product.priceCents = lowestPrice(variants);
      product.version += 1;
      await product.save().catch(orSlugTaken);
    }
    return adminProduct(id);
  });
}

/** The product, nobody else's to change until the transaction ends. @throws {ShopError} NOT_FOUND. */
export async function lockProduct(id: number): Promise<Product> {
  const product = await Product.findByPk(id, { lock: true });
  if (!product) throw notFound('product');
  return product;
}

function versionConflict(version: number): ShopError {
  return new ShopError('CONFLICT', 'Somebody else has changed this product since you opened it.', {
    reason: 'version_conflict',
    details: { version },
  });
}
