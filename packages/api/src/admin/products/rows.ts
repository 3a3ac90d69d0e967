import { Category } from '@lantern/db/models/category';
import type { Product, ProductStatus } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { forSale, Variant } from '@lantern/db/models/variant';
import { featuredImagesOf } from '../../catalog/cards/featured-images.ts';
import { groupBy } from '../../shared/group-by.ts';

export const rowAttributes = ['id', 'slug', 'name', 'status', 'priceCents', 'updatedAt'] as const;

/** A variant in that table, where its price and its stock are edited. */
interface RowVariant {
  id: number;
  sku: string;
  options: Record<string, string>;
  priceCents: number;
  stock: number;
}

/** A row of the admin's product table. */
export interface AdminProductRow {
  id: number;
  slug: string;
  name: string;
  status: ProductStatus;
  version: number;
  imageUrl: string | null;
  /** Accent colour, 1–8. */
  accent: number;
  /** The lowest price among the variants for sale, integer cents. */
  priceCents: number;
  /** True if other variants cost more. */
  fromPrice: boolean;
  /** Items in stock over all variants. */
  stock: number;
  /** In the order of its page. */
  variants: RowVariant[];
  categories: { slug: string; name: string }[];
  /** ISO 8601, UTC. */
  updatedAt: string;
}

/** The rows of a page of products, in the same order: a fixed number of queries, however many there are. */
export async function rowsOf(
  products: Pick<Product, (typeof rowAttributes)[number] | 'version'>[],
): Promise<AdminProductRow[]> {
  if (products.length === 0) return [];
  const productId = products.map(({ id }) => id);
  const [variants, memberships, featuredImages] = await Promise.all([
    Variant.findAll({
      where: { productId },
      attributes: ['id', 'productId', 'sku', 'options', 'priceCents', 'stock'],
      order: ['productId', 'position', 'id'],
      raw: true,
    }),
    ProductCategory.findAll({
      where: { productId, direct: true },
      include: [{ model: Category, attributes: ['slug', 'name'] }],
      order: ['categoryId'],
      raw: true,
      nest: true,
    }),
    featuredImagesOf(productId),
  ]);
  const variantsOf = groupBy(variants, (variant) => variant.productId);
  const membershipsOf = groupBy(memberships, ({ productId }) => productId);
  return products.map((product) => {
    const { id, slug, name, status, version, priceCents } = product;
    const own = variantsOf.get(id) ?? [];
    return {
      id,
      slug,
      name,
      status,
      version,
      imageUrl: featuredImages.get(id)?.imageUrl ?? null,
      accent: featuredImages.get(id)?.accent ?? 1,
      priceCents,
      fromPrice: forSale(own).some((variant) => variant.priceCents > priceCents),
      stock: own.reduce((sum, { stock }) => sum + stock, 0),
      variants: own.map(({ id, sku, options, priceCents, stock }) => ({ id, sku, options, priceCents, stock })),
      categories: (membershipsOf.get(id) ?? []).flatMap(({ category }) =>
        category ? [{ slug: category.slug, name: category.name }] : [],
      ),
      updatedAt: product.updatedAt.toISOString(),
    };
  });
}
