import { DeliveryMethod } from '@lantern/db/models/delivery-method';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Product } from '@lantern/db/models/product';
import { Promotion } from '@lantern/db/models/promotion';
import { StorePage } from '@lantern/db/models/store-page';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { featuredImagesOf } from '../catalog/cards/featured-images.ts';
import { groupBy } from '../shared/group-by.ts';
import type { NamesInput } from './schema.ts';

/** Current names for the entities that the log identifies by id, number or SKU. What no longer exists is left out. */
export interface LogNames {
  products: {
    id: number;
    name: string;
    imageUrl: string | null;
    /** Accent colour, 1–8. */
    accent: number;
    /** Includes removed ones under their former SKU; of two with one SKU the current one comes last. */
    variants: { sku: string; options: Record<string, string>; imageUrl: string | null }[];
  }[];
  users: { id: number; name: string }[];
  /** What was bought, as it was named then. */
  orders: {
    number: string;
    items: { sku: string; name: string; options: Record<string, string>; imageUrl: string | null }[];
  }[];
  promotions: { id: number; code: string }[];
  pages: { id: number; title: string }[];
  deliveryMethods: { id: number; name: string }[];
}

/** The names of these, in a fixed number of queries by their keys. */
export async function namesOf(input: NamesInput): Promise<LogNames> {
  const [products, orders, users, promotions, pages, deliveryMethods] = await Promise.all([
    productsOf(input.products),
    ordersOf(input.orders),
    User.findAll({ where: { id: input.users }, attributes: ['id', 'name'], raw: true }),
    Promotion.findAll({ where: { id: input.promotions }, attributes: ['id', 'code'], raw: true }),
    StorePage.findAll({ where: { id: input.pages }, attributes: ['id', 'title'], raw: true }),
    DeliveryMethod.findAll({ where: { id: input.deliveryMethods }, attributes: ['id', 'name'], raw: true }),
  ]);
  return { products, orders, users, promotions, pages, deliveryMethods };
}

async function productsOf(ids: number[]): Promise<LogNames['products']> {
  const [products, variants, featuredImages] = await Promise.all([
    Product.findAll({ where: { id: ids }, attributes: ['id', 'name'], raw: true }),
    Variant.unscoped().findAll({
      where: { productId: ids },
      attributes: ['productId', 'sku', 'archivedSku', 'archivedAt', 'options', 'imageUrl'],
      order: ['id'],
      raw: true,
    }),
    featuredImagesOf(ids),
  ]);
  const removedFirst = variants.sort((a, b) => Number(a.archivedAt === null) - Number(b.archivedAt === null));
  const variantsOf = groupBy(removedFirst, ({ productId }) => productId);
  return products.map(({ id, name }) => ({
    id,
    name,
    ...(featuredImages.get(id) ?? { imageUrl: null, accent: 1 }),
    variants: (variantsOf.get(id) ?? []).map(({ sku, archivedSku, options, imageUrl }) => ({
      sku: archivedSku ?? sku,
      options,
      imageUrl,
    })),
  }));
}

async function ordersOf(numbers: string[]): Promise<LogNames['orders']> {
  if (numbers.length === 0) return [];
  const orders = await Order.findAll({ where: { number: numbers }, attributes: ['id', 'number'], raw: true });
  const items = await OrderItem.findAll({
    where: { orderId: orders.map(({ id }) => id) },
    attributes: ['orderId', 'sku', 'name', 'options', 'imageUrl'],
    order: ['id'],
    raw: true,
  });
  const itemsOf = groupBy(items, ({ orderId }) => orderId);
  return orders.map(({ id, number }) => ({
    number,
    items: (itemsOf.get(id) ?? []).map(({ sku, name, options, imageUrl }) => ({ sku, name, options, imageUrl })),
  }));
}
