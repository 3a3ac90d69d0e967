import type { Database } from '@lantern/db/database';
import { inTerms, sourcesIn } from '../catalog/in-terms.ts';
import { textsOf, withTexts } from '../catalog/texts.ts';
import { termsOf } from '../glossary/terms.ts';
import type { Translation } from '../shared/languages.ts';
import type { CartOwner, LockedCart } from './owner.ts';

/** Something that can be in a cart, with the catalogue's current data. */
export interface CartItemRow {
  variantId: number;
  productId: number;
  /** That of before, if the variant is archived. */
  sku: string;
  options: Record<string, string>;
  /** The current price, integer cents. */
  priceCents: number;
  slug: string;
  name: string;
  imageUrl: string | null;
  accent: number;
  /** How many can be bought now; 0 if it is no longer for sale. */
  available: number;
}

/** A line of a cart. */
export interface CartLineRow extends CartItemRow {
  quantity: number;
  /** The price when it was added, integer cents. */
  unitPriceCents: number;
}

/** A line as it is stored, with its cart. */
export interface StoredLine extends CartLineRow {
  id: number;
  cartId: number;
  cartUserId: number | null;
  cartUpdatedAt: Date;
  cartCouponCode: string | null;
}

/*
 * One statement for all that a cart shows: it runs at every page and at every change of a cart. With several categories
 * the first one gives the accent, as in the breadcrumb. A join would let MariaDB go through all categories to find it.
 */
const ITEM = `v.id AS variantId, v.productId, COALESCE(v.archivedSku, v.sku) AS sku, v.options, v.priceCents,
    p.slug, p.name,
    COALESCE(v.imageUrl,
      (SELECT i.url FROM product_images i WHERE i.productId = p.id AND i.position = 0 LIMIT 1)) AS imageUrl,
    COALESCE((SELECT (SELECT c.accent FROM categories c WHERE c.id = m.categoryId) FROM product_categories m
      WHERE m.productId = p.id AND m.direct ORDER BY m.categoryId LIMIT 1), 1) AS accent,
    CASE WHEN p.status = 'active' AND v.archivedAt IS NULL THEN v.stock ELSE 0 END AS available`;

const linesWhere = (condition: string) => `SELECT l.id, l.cartId, l.quantity, l.unitPriceCents,
    k.userId AS cartUserId, k.updatedAt AS cartUpdatedAt, k.couponCode AS cartCouponCode, ${ITEM}
  FROM carts k JOIN cart_items l ON l.cartId = k.id JOIN variants v ON v.id = l.variantId
    JOIN products p ON p.id = v.productId
  WHERE ${condition} ORDER BY l.id`;

const LINES_OF_CART = linesWhere('k.id = ?');
const LINES_OF_USER = linesWhere('k.userId = ?');
const LINES_OF_GUEST = linesWhere('k.tokenHash = ?');
const ITEM_FOR_SALE = `SELECT ${ITEM} FROM variants v JOIN products p ON p.id = v.productId
  WHERE v.id = ? AND v.archivedAt IS NULL AND p.status = 'active'`;

/** The lines of a cart, oldest first; none if there is no cart. Of a new one they are not looked for. */
export async function linesOf(database: Database, cart: CartOwner | LockedCart): Promise<StoredLine[]> {
  if ('isNew' in cart && cart.isNew) return [];
  const [sql, key] =
    'id' in cart
      ? [LINES_OF_CART, cart.id]
      : 'userId' in cart
        ? [LINES_OF_USER, cart.userId]
        : [LINES_OF_GUEST, cart.tokenHash];
  return (await database.execute<StoredLine>(sql, [key])).rows;
}

/** What can be added to a cart; undefined if there is no such variant for sale. */
export async function itemForSale(database: Database, variantId: number): Promise<CartItemRow | undefined> {
  return (await database.execute<CartItemRow>(ITEM_FOR_SALE, [variantId])).rows[0];
}

/** These lines with the names of their products, and what their variants are chosen by, in a language. */
export async function namedIn<Line extends CartItemRow>(lines: Line[], language: Translation): Promise<Line[]> {
  if (language === null) return lines;
  const productIds = lines.map(({ productId }) => productId);
  const [texts, terms] = await Promise.all([
    textsOf(productIds, language),
    termsOf(sourcesIn(lines.map(({ options }) => options)), language),
  ]);
  return lines.flatMap((line) => inTerms([withTexts(line, texts.get(line.productId))], terms));
}
