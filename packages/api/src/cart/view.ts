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

/** A cart with current prices and stock, oldest line first; empty if there is no cart. */
export async function viewCart(owner: CartOwner | { id: number }): Promise<CartView> {
  const rows = await CartItem.findAll({
    include: [
      { model: Cart, where: owner, attributes: [], required: true },
      { model: Variant.unscoped(), required: true, include: [{ model: Product, required: true }] },
    ],
    order: [['id', 'ASC']],
    raw: true,
    nest: true,
  });
  const featuredImages = await featuredImagesOf(rows.flatMap(({ variant }) => variant?.productId ?? []));
  const items = rows.flatMap((row) => toLine(row, featuredImages));
  return { items, ...totalsOf(items) };
}

function toLine(row: CartItem, featuredImages: Awaited<ReturnType<typeof featuredImagesOf>>): CartLine[] {
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
      available: product.status === 'active' && variant.archivedAt === null ? variant.stock : 0,
    },
  ];
}
