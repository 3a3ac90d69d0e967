import { Product, type ProductFields, productFields } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { type ImageFields, imageFields, ProductImage } from '@lantern/db/models/product-image';
import { Variant, type VariantFields, variantFields } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { literal, Op } from '@lantern/db/query';
import { cardAttributes, cardsOf, type ProductCard } from './cards.ts';
import { pathTo } from './categories.ts';
import { productAt } from './former-slugs.ts';

const MAX_RELATED = 4;

/** What is on sale has one status only, and nobody needs to be told. */
const shownFields = productFields.filter((field) => field !== 'status');
type ShownFields = Omit<ProductFields, 'status'>;

export interface ProductView extends ShownFields {
  id: number;
  accent: number;
  images: ImageFields[];
  /** From the top category down. */
  categories: { slug: string; name: string }[];
  variants: ({ id: number } & VariantFields)[];
}

/**
 * All that a product's page shows. An address that it had before finds it, too: the answer has the present one.
 * @throws {ShopError} NOT_FOUND for what is not on sale.
 */
export async function productBySlug(address: string): Promise<ProductView> {
  const product = await productAt(address);
  const productId = product.id;
  const [images, path, variants] = await Promise.all([
    ProductImage.findAll({ where: { productId }, attributes: [...imageFields], order: ['position'], raw: true }),
    pathTo(productId),
    Variant.findAll({
      where: { productId },
      attributes: ['id', ...variantFields],
      order: ['position', 'id'],
      raw: true,
    }),
  ]);
  return {
    id: productId,
    ...pick(product, shownFields),
    accent: path.at(-1)?.accent ?? 1,
    images,
    categories: path.map((category) => ({ slug: category.slug, name: category.name })),
    variants,
  };
}

/** Others of the same category, in-stock ones first. */
export async function relatedTo(slug: string): Promise<ProductCard[]> {
  const product = await productAt(slug);
  const memberships = await ProductCategory.findAll({
    where: { productId: product.id, direct: true },
    attributes: ['categoryId'],
    raw: true,
  });
  if (memberships.length === 0) return [];
  const categories = memberships.map(({ categoryId }) => Number(categoryId)).join(',');
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
