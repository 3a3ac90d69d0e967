import type { AdminApi } from '@lantern/api/testing/admin-services';
import type { TestServices } from '@lantern/api/testing/test-services';
import type { OrderStatus } from '@lantern/db/models/order-status';

type Browser = ReturnType<TestServices['browser']>;

/** Somebody with a browser: a guest, until they register. */
interface Shopper {
  browser: Browser;
  email: string;
  /** Once they have registered, whether they are logged in or not. */
  userId: number | null;
}

/** An order that somebody was told of. */
interface KnownOrder {
  number: string;
  /** Opens an order of a guest. */
  accessToken?: string;
  /** As it was last seen. */
  status: OrderStatus;
}

/** Where one sequence of steps takes place: goods, people and a coupon of its own. */
export interface Shop {
  t: TestServices;
  admin: AdminApi['admin'];
  shoppers: Shopper[];
  productId: number;
  variants: { id: number; sku: string }[];
  promotion: { id: number; code: string };
  orders: KnownOrder[];
}

/** Few in stock, so that they are soon sold out. */
const STOCKS = [4, 9];

/** Opens one with two guests in it, who have something in their carts. */
export async function openShop(t: TestServices, { admin }: AdminApi): Promise<Shop> {
  const name = crypto.randomUUID();
  const product = await admin.products.create({
    ...{ name: `Mug ${name}`, description: '', status: 'active', categorySlugs: [] },
    variants: STOCKS.map((stock, n) => ({
      ...{ sku: `${name}-${n}`, priceCents: 2000 + 1501 * n, stock },
      options: { Size: String(n) },
    })),
  });
  const code = name.slice(0, 8).toUpperCase();
  const promotion = { code, kind: 'percent', value: 15, usageLimit: 2, active: true } as const;
  const { id } = await admin.promotions.create(promotion);
  const { variants, id: productId } = product;
  const shoppers: Shopper[] = [];
  for (const { id: variantId } of variants) {
    const browser = t.browser();
    await browser.api.cart.add({ variantId, quantity: 3 });
    shoppers.push({ browser, email: `${crypto.randomUUID()}@example.com`, userId: null });
  }
  return { t, admin, shoppers, productId, variants, promotion: { id, code }, orders: [] };
}
