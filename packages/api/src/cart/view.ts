import { Cart } from '@lantern/db/models/cart';
import { CartItem } from '@lantern/db/models/cart-item';
import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { featuredImagesOf } from '../catalog/featured-images.ts';
import { lineTotalCents, type Totals, totalsOf } from '../pricing/pricing.ts';
import type { CartOwner } from './owner.ts';

export interface CartLine {
  variantId: number;
  sku: string;
  slug: string;
  name: string;
  options: Record<string, string>;
  imageUrl: string | null;
  accent: number;
  /** The current price, integer cents, tax included. */
  unitPriceCents: number;
  /** The price when it was added; null if that is still the price. */
  previousUnitPriceCents: number | null;
  quantity: number;
  lineTotalCents: number;
  /** How many can be bought now; 0 if sold out or no longer for sale. */
  available: number;
}

export interface CartView extends Totals {
  items: CartLine[];
}

/** What a line of a cart needs to be shown. */
export type ViewedLine = Pick<CartItem, 'variantId' | 'quantity' | 'unitPriceCents' | 'variant'>;

/** The product of a variant as a cart shows it, to be included in a query. */
export const shownProduct = { model: Product, attributes: ['id', 'slug', 'name', 'status'], required: true };

/** The lines of a cart with the cart's own row, their variants and products, oldest first; none if there is no cart. */
export function linesOf(cart: CartOwner | { id: number }): Promise<CartItem[]> {
  return CartItem.findAll({
    include: [
      { model: Cart, where: cart, attributes: ['id', 'userId', 'updatedAt'], required: true },
      { model: Variant.unscoped(), required: true, include: [shownProduct] },
    ],
    order: [['id', 'ASC']],
    raw: true,
    nest: true,
  });
}

/** A cart with the current prices and stock of its `lines`. */
export async function viewCart(lines: ViewedLine[]): Promise<CartView> {
  const featuredImages = await featuredImagesOf(lines.flatMap(({ variant }) => variant?.productId ?? []));
  const items = lines.flatMap((line) => toLine(line, featuredImages));
  return { items, ...totalsOf(items) };
}

/** How many of a variant, read with its product, can be bought now; 0 if it is no longer for sale. */
export function availableOf({ stock, archivedAt, product }: Variant): number {
  return product?.status === 'active' && archivedAt === null ? stock : 0;
}

function toLine(row: ViewedLine, featuredImages: Awaited<ReturnType<typeof featuredImagesOf>>): CartLine[] {
  const { variant, quantity } = row;
  const product = variant?.product;
  if (!variant || !product) return [];
  const featuredImage = featuredImages.get(product.id);
  const unitPriceCents = variant.priceCents;
  return [
    {
      variantId: row.variantId,
      sku: variant.archivedSku ?? variant.sku,
      slug: product.slug,
      name: product.name,
      options: variant.options,
      imageUrl: featuredImage?.imageUrl ?? null,
      accent: featuredImage?.accent ?? 1,
      unitPriceCents,
      previousUnitPriceCents: row.unitPriceCents === unitPriceCents ? null : row.unitPriceCents,
      quantity,
      lineTotalCents: lineTotalCents({ unitPriceCents, quantity }),
      available: availableOf(variant),
    },
  ];
}
