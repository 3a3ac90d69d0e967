import { Product, type ProductFields, productFields } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { type ImageFields, imageFields, ProductImage } from '@lantern/db/models/product-image';
import { Variant, type VariantFields, variantFields } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { literal, Op } from '@lantern/db/query';
import { type Terms, termsOf } from '../glossary/terms.ts';
import type { Translation } from '../shared/languages.ts';
import { cardAttributes, cardsOf, type ProductCard } from './cards/cards.ts';
import { type BreadcrumbItem, pathTo } from './categories.ts';
import { productAt } from './former-slugs.ts';
import { factsIn, imagesIn, inTerms, sourcesIn } from './in-terms.ts';
import { chooseRelated, RELATED_CANDIDATES } from './related.ts';
import { inLanguage, textsOf, withTexts } from './texts.ts';

/** Without the status, which is always `active` here. */
export const shownFields = productFields.filter((field) => field !== 'status');
type ShownFields = Omit<ProductFields, 'status'>;

export interface ProductView extends ShownFields {
  id: number;
  accent: number;
  images: ImageFields[];
  /** The breadcrumb, from the top category down. */
  categories: { slug: string; name: string }[];
  variants: ({ id: number } & VariantFields)[];
}

/**
 * Everything a product page shows. Also finds a product by a former slug; the result has the current one.
 * @throws {ShopError} NOT_FOUND for products that are not active.
 */
export async function productBySlug(slug: string, language: Translation): Promise<ProductView> {
  const product = await productAt(slug);
  const productId = product.id;
  const [texts, images, path, variants] = await Promise.all([
    textsOf([productId], language),
    ProductImage.findAll({ where: { productId }, attributes: [...imageFields], order: ['position'], raw: true }),
    pathTo(productId, language),
    Variant.findAll({
      where: { productId },
      attributes: ['id', ...variantFields],
      order: ['position', 'id'],
      raw: true,
    }),
  ]);
  const parts = { images, path, variants };
  const terms = await termsOf(viewSources(product, parts), language);
  return viewOf(withTexts(product, texts.get(productId)), parts, terms);
}

/** The parts of a product page, in the order in which they are shown. */
interface Parts {
  images: ImageFields[];
  path: BreadcrumbItem[];
  variants: ProductView['variants'];
}

/** What the glossary is asked for to show a product page. */
function viewSources({ specification }: Pick<ShownFields, 'specification'>, { images, variants }: Parts): string[] {
  return [
    ...sourcesIn(variants.map(({ options }) => options)),
    ...specification.flatMap(({ name, value }) => [name, value]),
    ...images.map(({ alt }) => alt),
  ];
}

/** What a product page shows of these rows. */
export function viewOf(
  product: { id: number } & ShownFields,
  { images, path, variants }: Parts,
  terms: Terms,
): ProductView {
  return {
    id: product.id,
    ...pick(product, shownFields),
    specification: factsIn(product.specification, terms),
    accent: path.at(-1)?.accent ?? 1,
    images: imagesIn(images, terms),
    categories: path.map((category) => ({ slug: category.slug, name: category.name })),
    variants: inTerms(variants, terms),
  };
}

/** Other products of the same categories, in-stock ones first. */
export async function relatedTo(slug: string, language: Translation): Promise<ProductCard[]> {
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
    limit: RELATED_CANDIDATES,
    raw: true,
  });
  return chooseRelated(await cardsOf(await inLanguage(rows, language), language));
}
