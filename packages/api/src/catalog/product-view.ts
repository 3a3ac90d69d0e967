import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { ProductImage } from '@lantern/db/models/product-image';
import { Variant } from '@lantern/db/models/variant';
import { literal, Op } from '@lantern/db/query';
import { notFound } from '../shared/shop-error.ts';
import { cardAttributes, cardsOf, type ProductCard } from './cards.ts';
import { pathTo } from './categories.ts';

const MAX_RELATED = 4;

export interface ProductView {
  id: number;
  slug: string;
  name: string;
  description: string;
  highlight: string | null;
  tint: number;
  images: { url: string; alt: string }[];
  /** From the top category down. */
  categories: { slug: string; name: string }[];
  variants: { id: number; sku: string; options: Record<string, string>; priceCents: number; stock: number }[];
}

/** All that a product's page shows. @throws {ShopError} NOT_FOUND for what is not on sale. */
export async function productBySlug(slug: string): Promise<ProductView> {
  const product = await Product.findOne({ where: { slug, status: 'active' }, raw: true });
  if (!product) throw notFound('product');
  const productId = product.id;
  const [images, path, variants] = await Promise.all([
    ProductImage.findAll({ where: { productId }, attributes: ['url', 'alt'], order: ['position'], raw: true }),
    pathTo(productId),
    Variant.findAll({
      where: { productId },
      attributes: ['id', 'sku', 'options', 'priceCents', 'stock'],
      order: ['position', 'id'],
      raw: true,
    }),
  ]);
  const { id, name, description, highlight } = product;
  return {
    id,
    slug,
    name,
    description,
    highlight,
    tint: path.at(-1)?.tint ?? 1,
    images,
    categories: path.map((category) => ({ slug: category.slug, name: category.name })),
    variants,
  };
}

/** Others from the same shelf, in-stock ones first. */
export async function relatedTo(slug: string): Promise<ProductCard[]> {
  const product = await Product.findOne({ where: { slug, status: 'active' }, attributes: ['id'], raw: true });
  if (!product) throw notFound('product');
  const shelves = await ProductCategory.findAll({
    where: { productId: product.id, direct: true },
    attributes: ['categoryId'],
    raw: true,
  });
  if (shelves.length === 0) return [];
  const categories = shelves.map(({ categoryId }) => Number(categoryId)).join(',');
  const rows = await Product.findAll({
    where: {
      status: 'active',
      [Op.and]: [
        literal(`Product.id <> ${Number(product.id)}`),
        literal(
          `EXISTS (SELECT 1 FROM product_categories pc WHERE pc.categoryId IN (${categories}) AND pc.productId = Product.id)`,
        ),
      ],
    },
    attributes: [...cardAttributes],
    order: [['id', 'DESC']],
    limit: MAX_RELATED * 3,
    raw: true,
  });
  const cards = await cardsOf(rows);
  return cards.sort((a, b) => Number(b.inStock) - Number(a.inStock)).slice(0, MAX_RELATED);
}
