import { endingsOf } from '../base/name-endings.ts';
import { nameKey } from '../base/name-key.ts';
import type { Database } from '../database.ts';
import { mulberry32 } from '../seed/mulberry32.ts';
import { seedCatalogue } from '../seed/seed.ts';
import { RowWriter } from './row-writer.ts';

/** How much a store has seen. */
export interface History {
  products: number;
  users: number;
  orders: number;
  /** The days over which users registered and bought, up to now. */
  days: number;
  /** Of everything that is drawn. */
  seed: number;
}

const BATCH = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const words = (text: string) => text.split(' ');
const firstNames = words(
  'Ada Bea Carl Dora Edgar Femke Grace Hugo Ines Jonas Kofi Lena Mira Nils Olga Pavel Rosa Siri Tariq Zoë',
);
const lastNames = words(
  'Abel Bauer Castillo Dahl Eriksen Farkas Grant Hoffmann Ivanov Jansen Kowalski Moreau Novak Okafor Petrov Rossi Sørensen Tanaka Vogel Yilmaz',
);
const domains = ['example.com', 'example.org', 'mail.example.net', 'post.example.eu'];

/** The statuses that an order goes through; most orders are delivered. */
const lives = [
  ...Array.from({ length: 12 }, () => words('pending paid shipped delivered')),
  words('pending paid shipped'),
  words('pending paid'),
  words('pending paid cancelled'),
  words('pending payment_failed'),
];

const placeOfDelivery = { line1: '12 Main Street', city: 'London', postalCode: 'SW1Y 4JH', country: 'GB' };

/** Of so many orders, one was placed by a guest. */
const GUEST_EVERY = 3;

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 8;

type Random = () => number;

/** Fills an empty, migrated database. Equal histories differ only in when they end: now. */
export async function fillHistory(database: Database, history: History): Promise<void> {
  await seedCatalogue(database, history.products, () => undefined);
  const random = mulberry32(history.seed);
  await fillUsers(database, history, random);
  await fillOrders(database, history, random);
  if (database.dialect.name !== 'mysql') return;
  await database.sequelize.query(
    'ANALYZE TABLE users, name_endings, products, product_categories, variants, orders, guest_name_endings, order_items, order_events, payments, refunds',
  );
}

async function fillUsers(database: Database, { users, days }: History, random: Random): Promise<void> {
  const writer = new RowWriter(database, ['users', 'name_endings']);
  for (let id = 1; id <= users; id++) {
    const { name, key, email } = person(String(id), random);
    writer.add('users', {
      id,
      email,
      name,
      nameKey: key,
      passwordHash: 'nobody logs in',
      role: id % 10_000 === 0 ? 'admin' : 'customer',
      disabled: Number(id % 2000 === 0),
      ...stamps(id / users, days),
    });
    for (const ending of endingsOf(key)) writer.add('name_endings', { userId: id, ending });
    if (id % BATCH === 0) await writer.flush();
  }
  await writer.flush();
}

interface Person {
  name: string;
  /** Its folded form. */
  key: string;
  email: string;
}

/** Somebody with an email that nobody else has. */
function person(id: string, random: Random): Person {
  const name = `${pick(firstNames, random)} ${pick(lastNames, random)}`;
  const key = nameKey(name);
  return { name, key, email: `${key.replace(' ', '.')}.${id}@${pick(domains, random)}` };
}

interface SoldVariant {
  variantId: number;
  sku: string;
  name: string;
  slug: string;
  unitPriceCents: number;
}

async function fillOrders(database: Database, history: History, random: Random): Promise<void> {
  const { orders, users, days } = history;
  const variants = await database.select<SoldVariant>(
    `SELECT v.id AS variantId, v.sku AS sku, p.name AS name, p.slug AS slug, v.priceCents AS unitPriceCents
     FROM variants v JOIN products p ON p.id = v.productId ORDER BY v.id`,
    {},
  );
  const writer = new RowWriter(database, [
    'orders',
    'guest_name_endings',
    'order_items',
    'order_events',
    'payments',
    'refunds',
  ]);
  for (let id = 1; id <= orders; id++) {
    const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      ...pick(variants, random),
      quantity: 1 + Math.floor(random() * 3),
    }));
    const buyer = id % GUEST_EVERY === 0 ? person(`g${id}`, random) : 1 + Math.floor(random() * users);
    addOrder(
      writer,
      { id, buyer, lines, life: pick(lives, random), refundsPart: random() < 0.02 },
      stamps(id / orders, days),
    );
    if (id % BATCH === 0) await writer.flush();
  }
  await writer.flush();
}

interface PastOrder {
  id: number;
  /** The id of a user, or a guest. */
  buyer: number | Person;
  lines: (SoldVariant & { quantity: number })[];
  life: string[];
  refundsPart: boolean;
}

function addOrder(writer: RowWriter, { id, buyer, lines, life, refundsPart }: PastOrder, stamped: Stamps): void {
  const guest = typeof buyer === 'number' ? null : buyer;
  const address = { fullName: guest?.name ?? 'Ada Lovelace', ...placeOfDelivery };
  const status = life.at(-1) ?? '';
  const isOpen = status !== 'cancelled' && status !== 'payment_failed';
  const totalCents = lines.reduce((sum, { unitPriceCents, quantity }) => sum + unitPriceCents * quantity, 0);
  const partCents = isOpen && refundsPart ? Math.ceil(totalCents / 3) : 0;
  const refundedCents = status === 'cancelled' ? totalCents : partCents;
  const idempotencyKey = `order-${id}`;
  writer.add('orders', {
    id,
    number: numberOf(id),
    userId: typeof buyer === 'number' ? buyer : null,
    guestHash: guest && `guest-${id}`,
    email: guest?.email ?? null,
    guestNameKey: guest?.key ?? null,
    idempotencyKey,
    payloadHash: 'x'.repeat(64),
    status,
    subtotalCents: totalCents,
    shippingCents: 0,
    taxCents: Math.round(totalCents / 6),
    totalCents,
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    shippingAddress: JSON.stringify(address),
    placedAt: stamped.createdAt,
    ...stamped,
  });
  for (const ending of guest ? endingsOf(guest.key) : []) writer.add('guest_name_endings', { orderId: id, ending });
  for (const line of lines) {
    const restockedQuantity = isOpen ? 0 : line.quantity;
    writer.add('order_items', { orderId: id, ...line, options: '{}', restockedQuantity, ...stamped });
  }
  for (const step of life) writer.add('order_events', { orderId: id, status: step, amountCents: null, ...stamped });
  if (partCents > 0) {
    writer.add('order_events', { orderId: id, status: 'partially_refunded', amountCents: partCents, ...stamped });
  }
  writer.add('payments', {
    id,
    orderId: id,
    provider: 'simulated',
    idempotencyKey,
    method: 'sim_ok',
    amountCents: totalCents,
    refundedCents,
    status: status === 'payment_failed' ? 'declined' : status === 'cancelled' ? 'refunded' : 'captured',
    ...stamped,
  });
  if (refundedCents === 0) return;
  const refund = { paymentId: id, idempotencyKey: `${idempotencyKey}-refund`, amountCents: refundedCents };
  writer.add('refunds', { ...refund, status: 'done', ...stamped });
}

/** Spread over the alphabet like the store's own, and never the same twice. */
function numberOf(id: number): string {
  const spread = (id * 7_654_321) % ALPHABET.length ** DIGITS;
  const digits = Array.from(
    { length: DIGITS },
    (_, place) => Math.floor(spread / ALPHABET.length ** place) % ALPHABET.length,
  );
  return `L-${digits.map((digit) => ALPHABET[digit]).join('')}`;
}

interface Stamps {
  createdAt: Date;
  updatedAt: Date;
}

/** The moment after `share` of the days. */
function stamps(share: number, days: number): Stamps {
  const at = new Date(Date.now() - (1 - share) * days * DAY_MS);
  return { createdAt: at, updatedAt: at };
}

function pick<T>(list: readonly T[], random: Random): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}
