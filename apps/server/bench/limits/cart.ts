import { createHash } from 'node:crypto';
import { totalsOf } from '@lantern/api/pricing/pricing';
import { standardDelivery } from './delivery.ts';
import type { Query, Sql } from './sql.ts';

export type Owner = { userId: number } | { token: string };

export interface CartLine {
  id: number;
  variantId: number;
  sku: string;
  slug: string;
  name: string;
  options: string;
  imageUrl: string | null;
  unitPriceCents: number;
  quantity: number;
  available: number;
}

/** What the store keeps of a secret token. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Adds one line, in one durable commit, and returns the cart. @throws {Error} if there are too few. */
export async function addLine(sql: Sql, owner: Owner, variantId: number, quantity: number) {
  const [column, value] = 'userId' in owner ? ['userId', owner.userId] : ['tokenHash', hashOf(owner.token)];
  const now = sql.time(new Date());
  const present =
    sql.dialect === 'mariadb'
      ? (_: string) => 'ON DUPLICATE KEY UPDATE'
      : (columns: string) => `ON CONFLICT (${columns}) DO UPDATE SET`;
  const cartId = await sql.transaction(async (query) => {
    const [cart] = await query<{ id: number }>(
      `INSERT INTO carts (${column}, createdAt, updatedAt) VALUES (?, ?, ?)
      ${present(String(column))} updatedAt = ? RETURNING id`,
      [value ?? null, now, now, now],
    );
    const added = await query(
      `INSERT INTO cart_items (cartId, variantId, quantity, unitPriceCents, createdAt, updatedAt)
      SELECT ?, v.id, ?, v.priceCents, ?, ? FROM variants v WHERE v.id = ? AND v.stock >= ?
      ${present('cartId, variantId')} quantity = cart_items.quantity + ? RETURNING id`,
      [cart?.id ?? null, quantity, now, now, variantId, quantity, quantity],
    );
    if (added.length === 0) throw new Error(`There are fewer than ${quantity} of ${variantId}.`);
    return cart?.id ?? 0;
  });
  const lines = await linesOf(sql.query, cartId);
  const items = lines.map((line) => ({
    ...line,
    options: JSON.parse(line.options),
    lineTotalCents: line.unitPriceCents * line.quantity,
  }));
  return { items, ...totalsOf(lines, [standardDelivery]) };
}

/** The lines of a cart at current prices, oldest first. */
export function linesOf(query: Query, cartId: number): Promise<CartLine[]> {
  return query(
    `SELECT l.id, l.variantId, v.sku, p.slug, p.name, v.options, i.url AS imageUrl, v.priceCents AS unitPriceCents,
      l.quantity, v.stock AS available
    FROM cart_items l JOIN variants v ON v.id = l.variantId JOIN products p ON p.id = v.productId
    LEFT JOIN product_images i ON i.productId = p.id AND i.position = 0
    WHERE l.cartId = ? ORDER BY l.id`,
    [cartId],
  );
}
