import type { Ddl } from '../dialect/dialect.ts';
import type { Migration } from './migration.ts';

const times = 'createdAt DATETIME(3) NOT NULL, updatedAt DATETIME(3) NOT NULL';

/** Every table as it stood on the first day. Text compares exactly (case and all) unless it says nocase. */
function tables({ id, nocase }: Ddl): Record<string, string> {
  return {
    users: `id ${id}, email VARCHAR(191) NOT NULL UNIQUE, name VARCHAR(100) NOT NULL,
      passwordHash VARCHAR(255) NOT NULL,
      role VARCHAR(20) NOT NULL DEFAULT 'customer' CHECK (role IN ('customer', 'admin')),
      disabled BOOLEAN NOT NULL DEFAULT FALSE, ${times}`,
    sessions: `id VARCHAR(64) NOT NULL PRIMARY KEY, userId INTEGER NOT NULL, expiresAt DATETIME(3) NOT NULL,
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE`,
    addresses: `id ${id}, userId INTEGER NOT NULL UNIQUE, fullName VARCHAR(100) NOT NULL,
      line1 VARCHAR(120) NOT NULL, line2 VARCHAR(120), city VARCHAR(80) NOT NULL, region VARCHAR(80),
      postalCode VARCHAR(20) NOT NULL, country VARCHAR(2) NOT NULL, phone VARCHAR(30), ${times},
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE`,
    categories: `id ${id}, slug VARCHAR(120) NOT NULL UNIQUE, name VARCHAR(120) ${nocase} NOT NULL,
      parentId INTEGER, position INTEGER NOT NULL DEFAULT 0, tint INTEGER NOT NULL DEFAULT 1 CHECK (tint BETWEEN 1 AND 8),
      imageUrl VARCHAR(255), ${times},
      FOREIGN KEY (parentId) REFERENCES categories (id) ON DELETE RESTRICT`,
    products: `id ${id}, slug VARCHAR(160) NOT NULL UNIQUE, name VARCHAR(160) ${nocase} NOT NULL,
      description TEXT NOT NULL, highlight VARCHAR(40),
      status VARCHAR(20) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'archived')),
      priceCents INTEGER NOT NULL DEFAULT 0 CHECK (priceCents >= 0), version INTEGER NOT NULL DEFAULT 1, ${times}`,
    product_categories: `categoryId INTEGER NOT NULL, productId INTEGER NOT NULL, direct BOOLEAN NOT NULL,
      PRIMARY KEY (categoryId, productId),
      FOREIGN KEY (categoryId) REFERENCES categories (id) ON DELETE RESTRICT,
      FOREIGN KEY (productId) REFERENCES products (id) ON DELETE CASCADE`,
    variants: `id ${id}, productId INTEGER NOT NULL, sku VARCHAR(64) NOT NULL UNIQUE, options JSON NOT NULL,
      priceCents INTEGER NOT NULL CHECK (priceCents >= 0), stock INTEGER NOT NULL CHECK (stock >= 0),
      position INTEGER NOT NULL DEFAULT 0, ${times},
      FOREIGN KEY (productId) REFERENCES products (id) ON DELETE CASCADE`,
    product_images: `id ${id}, productId INTEGER NOT NULL, url VARCHAR(255) NOT NULL, alt VARCHAR(255) NOT NULL,
      position INTEGER NOT NULL, ${times},
      FOREIGN KEY (productId) REFERENCES products (id) ON DELETE CASCADE`,
    carts: `id ${id}, userId INTEGER UNIQUE, tokenHash VARCHAR(64) UNIQUE, ${times},
      CHECK (userId IS NOT NULL OR tokenHash IS NOT NULL),
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE CASCADE`,
    cart_items: `id ${id}, cartId INTEGER NOT NULL, variantId INTEGER NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0), unitPriceCents INTEGER NOT NULL CHECK (unitPriceCents >= 0),
      ${times}, UNIQUE (cartId, variantId),
      FOREIGN KEY (cartId) REFERENCES carts (id) ON DELETE CASCADE,
      FOREIGN KEY (variantId) REFERENCES variants (id) ON DELETE CASCADE`,
    orders: `id ${id}, number VARCHAR(20) NOT NULL UNIQUE, userId INTEGER NOT NULL,
      idempotencyKey VARCHAR(100) NOT NULL, payloadHash VARCHAR(64) NOT NULL,
      status VARCHAR(20) NOT NULL CHECK (status IN
        ('pending', 'paid', 'payment_failed', 'shipped', 'delivered', 'cancelled', 'refunded')),
      subtotalCents INTEGER NOT NULL CHECK (subtotalCents >= 0), shippingCents INTEGER NOT NULL CHECK (shippingCents >= 0),
      taxCents INTEGER NOT NULL CHECK (taxCents >= 0), totalCents INTEGER NOT NULL CHECK (totalCents >= 0),
      itemCount INTEGER NOT NULL CHECK (itemCount > 0), shippingAddress JSON NOT NULL,
      placedAt DATETIME(3) NOT NULL, ${times}, UNIQUE (userId, idempotencyKey),
      FOREIGN KEY (userId) REFERENCES users (id) ON DELETE RESTRICT`,
    order_items: `id ${id}, orderId INTEGER NOT NULL, variantId INTEGER, name VARCHAR(160) NOT NULL,
      slug VARCHAR(160) NOT NULL, sku VARCHAR(64) NOT NULL, options JSON NOT NULL, imageUrl VARCHAR(255),
      quantity INTEGER NOT NULL CHECK (quantity > 0), unitPriceCents INTEGER NOT NULL CHECK (unitPriceCents >= 0), ${times},
      FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE CASCADE,
      FOREIGN KEY (variantId) REFERENCES variants (id) ON DELETE SET NULL`,
    order_events: `id ${id}, orderId INTEGER NOT NULL, status VARCHAR(20) NOT NULL, note VARCHAR(500), ${times},
      FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE CASCADE`,
    payments: `id ${id}, orderId INTEGER NOT NULL, provider VARCHAR(40) NOT NULL, providerKey VARCHAR(100) NOT NULL UNIQUE,
      method VARCHAR(100) NOT NULL, amountCents INTEGER NOT NULL CHECK (amountCents >= 0),
      refundedCents INTEGER NOT NULL DEFAULT 0,
      status VARCHAR(20) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'captured', 'declined', 'refund_due', 'refunded')),
      failureCode VARCHAR(60), ${times}, CHECK (refundedCents BETWEEN 0 AND amountCents),
      FOREIGN KEY (orderId) REFERENCES orders (id) ON DELETE RESTRICT`,
    provider_charges: `id ${id}, \`key\` VARCHAR(100) NOT NULL UNIQUE, method VARCHAR(100) NOT NULL,
      amountCents INTEGER NOT NULL CHECK (amountCents >= 0), refundedCents INTEGER NOT NULL DEFAULT 0,
      state VARCHAR(20) NOT NULL, declineCode VARCHAR(60), ${times}, CHECK (refundedCents BETWEEN 0 AND amountCents)`,
    provider_refunds: `id ${id}, \`key\` VARCHAR(100) NOT NULL UNIQUE, chargeKey VARCHAR(100) NOT NULL,
      amountCents INTEGER NOT NULL CHECK (amountCents > 0), ${times}`,
    activity_entries: `seq INTEGER NOT NULL PRIMARY KEY, at DATETIME(3) NOT NULL, actorId INTEGER,
      actorEmail VARCHAR(191) NOT NULL, action VARCHAR(60) NOT NULL, entityType VARCHAR(40) NOT NULL,
      entityId VARCHAR(64) NOT NULL, entityLabel VARCHAR(200) NOT NULL, changes JSON NOT NULL,
      requestId VARCHAR(64), ip VARCHAR(64), previousHash VARCHAR(64) NOT NULL, hash VARCHAR(64) NOT NULL`,
  };
}

/** One index for each list that pages, and for each look-up that is not by a unique key. */
const indexes = [
  'sessions (userId)',
  'sessions (expiresAt)',
  'categories (parentId, position)',
  'products (status, id)',
  'products (status, priceCents, id)',
  'products (status, name, id)',
  'product_categories (productId)',
  'variants (productId, position)',
  'product_images (productId, position)',
  'cart_items (variantId)',
  'orders (userId, id)',
  'orders (status, id)',
  'order_items (orderId)',
  'order_items (variantId)',
  'order_events (orderId)',
  'payments (orderId)',
  'payments (status, id)',
  'provider_refunds (chargeKey)',
  'activity_entries (entityType, entityId, seq)',
  'activity_entries (action, seq)',
  'activity_entries (actorId, seq)',
];

export const initial: Migration = {
  name: '0001-initial',
  async up({ run, ddl }) {
    for (const [name, columns] of Object.entries(tables(ddl))) {
      await run(`CREATE TABLE ${name} (${columns}) ${ddl.tableOptions}`);
    }
    for (const index of indexes) {
      const name = index.replace(/\W+/g, '_').replace(/_$/, '');
      await run(`CREATE INDEX ix_${name} ON ${index}`);
    }
  },
};
