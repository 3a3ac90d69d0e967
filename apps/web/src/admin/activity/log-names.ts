import type { RouterOutputs } from '@lantern/api/types';
import type { LoggedEntry } from '../fields/field-words.ts';
import { choiceText, type Names } from '../fields/names.ts';
import { type KnownNames, keyOf } from './known-names.ts';

type Category = RouterOutputs['admin']['categories']['list'][number];

export interface Pictured {
  imageUrl: string | null;
  /** Accent colour, 1–8. */
  accent: number;
}

export interface LogNames extends Names {
  /** A user's name by their id. */
  user: (id: number | null) => string | undefined;
  /** What the thing is called now; undefined if it is gone, or is known by what the entry says. */
  entityName: (entity: LoggedEntry['entity']) => string | undefined;
  product: (id: string) => Pictured | undefined;
  /** The picture of the product's variant with this SKU. */
  variantImage: (productId: string, sku: string) => string | null | undefined;
  category: (id: string) => Pictured | undefined;
  /** The picture of what an order has under this SKU. */
  itemImage: (orderNumber: string, sku: string) => string | null | undefined;
}

/** The names in the log, from what the store has told about its things and from the tree of its categories. */
export function logNames({ products, orders, names }: KnownNames, tree: Category[]): LogNames {
  const categories = tree.flatMap(withChildren);
  const categoryById = (id: number) => categories.find((category) => category.id === id);
  const itemOf = (order: string, sku: string) => orders.get(order)?.items.find((item) => item.sku === sku);
  // The last one with this SKU is the current one.
  const variantOf = (product: string, sku: string) =>
    products.get(product)?.variants.findLast((one) => one.sku === sku);
  return {
    categoryAt: (slug) => categories.find((category) => category.slug === slug)?.name,
    categoryOf: (id) => categoryById(id)?.name,
    variant: (productId, sku) => {
      const variant = variantOf(productId, sku);
      return variant && choiceText(variant.options);
    },
    isOnlyVariant: (productId) => products.get(productId)?.variants.length === 1,
    item: (order, sku) => {
      const item = itemOf(order, sku);
      if (!item) return undefined;
      const choice = choiceText(item.options);
      return choice ? `${item.name} (${choice})` : item.name;
    },
    itemImage: (order, sku) => itemOf(order, sku)?.imageUrl,
    user: (id) => (id === null ? undefined : names.get(keyOf('user', id))),
    entityName: ({ type, id }) => {
      if (type === 'product') return products.get(id)?.name;
      if (type === 'category') return categoryById(Number(id))?.name;
      return names.get(keyOf(type, id));
    },
    product: (id) => products.get(id),
    variantImage: (productId, sku) => variantOf(productId, sku)?.imageUrl,
    category: (id) => categoryById(Number(id)),
  };
}

function withChildren({ children, ...category }: Category): Omit<Category, 'children'>[] {
  return [category, ...children.flatMap(withChildren)];
}
