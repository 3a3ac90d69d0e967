import type { WithDatabase } from '@lantern/db/database';
import type { AdminOrderRow } from '../orders/list.ts';
import { listAllOrders } from '../orders/list.ts';
import { listAdminProducts } from '../products/list.ts';
import type { AdminProductRow } from '../products/rows.ts';
import { listUsers, type UserRow } from '../users/list.ts';

/** Of each kind. */
const MOST = 5;

interface Group<Row> {
  items: Row[];
  /** Whether the list of them has more. */
  more: boolean;
}

export interface Found {
  products: Group<Pick<AdminProductRow, 'id' | 'name' | 'status' | 'imageUrl'>>;
  orders: Group<Pick<AdminOrderRow, 'number' | 'status' | 'placedAt' | 'totalCents' | 'customer'>>;
  users: Group<Pick<UserRow, 'id' | 'name' | 'email'>>;
}

/** The newest products, orders and users that match, at most five of each: exactly those that their lists begin with. */
export async function find(services: WithDatabase, q: string): Promise<Found> {
  const search = { q, limit: MOST };
  const [products, orders, users] = await Promise.all([
    listAdminProducts(services, { ...search, sort: 'newest' }),
    listAllOrders(search),
    listUsers(search),
  ]);
  return {
    products: group(products, ({ id, name, status, imageUrl }) => ({ id, name, status, imageUrl })),
    orders: group(orders, ({ number, status, placedAt, totalCents, customer }) => ({
      number,
      status,
      placedAt,
      totalCents,
      customer,
    })),
    users: group(users, ({ id, name, email }) => ({ id, name, email })),
  };
}

function group<Row, View>(page: { items: Row[]; nextCursor: string | null }, view: (row: Row) => View): Group<View> {
  return { items: page.items.map(view), more: page.nextCursor !== null };
}
