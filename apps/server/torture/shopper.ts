import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createShopClient } from '@lantern/api';
import type { PlacedOrder } from '@lantern/api/checkout/service';
import { address } from '@lantern/api/testing/test-services';
import type { Goods } from './goods.ts';
import type { Pace } from './pace.ts';
import { refusalOf, unlessRefused } from './refusal.ts';
import { ShopperCart } from './shopper-cart.ts';
import type { Told } from './told.ts';

/** Of ten payments: most are taken at once; the others take long, get no answer, fail at first or are declined. */
const METHODS = [
  ...['sim_ok', 'sim_ok', 'sim_ok', 'sim_ok', 'sim_slow', 'sim_slow', 'sim_timeout', 'sim_error', 'sim_error'],
  'sim_declined',
];
const REGISTERED = 0.4;
const CANCELLED = 0.12;
const MOST_ADDED = 3;
/** How many orders one shopper places at most. */
const MOST_ORDERS = 4;
/** How often one cart is bought at most: each time it was not as it was seen. */
const MOST_ATTEMPTS = 50;
/** How many who have bought come back at the very end; earlier ones, when others have bought after them. */
const REMEMBERED = 400;
const POLL_MS = 500;
/** How long an order's page is looked at while it is pending. */
const PATIENCE_MS = 180_000;
/** The cart is not as it was seen: it is looked at once more. */
const SEEN_OTHERWISE = ['price_changed', 'cart_empty', 'out_of_stock', 'stock_changed'];

/** What the shoppers share. */
export interface Shop extends Goods {
  url: string;
  fetch: typeof fetch;
  random: () => number;
  told: Told;
}

type CartAnswer = { items: { variantId: number; quantity: number }[]; totalCents: number };

/** Buys as one shopper after the other, until no more orders begin. Who has bought is added to `gone`, oldest first. */
export async function goShopping(shop: Shop, pace: Pace, gone: Shopper[]): Promise<void> {
  while (await pace.next()) {
    const shopper = new Shopper(shop);
    let more = Math.floor(shop.random() * MOST_ORDERS);
    do {
      await shop.told.noting('a shopper', shopper.order());
      pace.answered++;
    } while (more-- > 0 && (await pace.next()));
    gone.push(shopper);
    if (gone.length > REMEMBERED) await gone.shift()?.comeBack();
  }
}

/** Someone who adds to a cart, buys it, and remembers what the store has told them. */
export class Shopper {
  readonly #client;
  readonly #cart = new ShopperCart();
  readonly #email = `${randomUUID()}@example.com`;
  #isGuest = true;
  #hasRare = false;

  constructor(private readonly shop: Shop) {
    this.#client = createShopClient({ url: shop.url, fetch: shop.fetch });
  }

  /** Adds something and buys the cart; resolves once the store has said what became of the order. */
  async order(): Promise<void> {
    const { random, plenty, rare } = this.shop;
    if (this.#isGuest && random() < REGISTERED) await this.#register();
    for (let left = 1 + Math.floor(random() * MOST_ADDED); left > 0; left--) {
      await this.#add(plenty[Math.floor(random() * plenty.length)] ?? rare);
    }
    if (!this.#hasRare && random() < 0.3) {
      this.#hasRare = true;
      await this.#add(rare);
    }
    const method = METHODS[Math.floor(random() * METHODS.length)] ?? 'sim_ok';
    while (!(await this.#buy(method))) {
      // Nothing that they wanted is left of it, or nobody knows whether it was added.
      await this.#add(plenty[0] ?? rare);
    }
  }

  /** Looks at the cart a last time. */
  async comeBack(): Promise<void> {
    await this.shop.told.noting('a shopper who came back', this.#look());
  }

  async #look(): Promise<CartAnswer> {
    const cart = await this.#client.cart.get.query();
    this.#compare(this.#cart.compare(quantitiesOf(cart)));
    return cart;
  }

  async #register(): Promise<void> {
    const login = { email: this.#email, password: 'correct horse' };
    const registered = await unlessRefused(this.#client.auth.register.mutate({ ...login, name: 'Ada' }), 'email_taken');
    // An earlier attempt, whose answer was lost, has registered them.
    if (!registered) await this.#client.auth.login.mutate(login);
    this.#isGuest = false;
  }

  async #add(variantId: number): Promise<void> {
    try {
      const cart = await this.#client.cart.add.mutate({ variantId, quantity: 1 });
      this.#compare(this.#cart.added(variantId, quantitiesOf(cart)));
    } catch (error) {
      if (refusalOf(error)?.reason === 'out_of_stock') return;
      if (refusalOf(error)) throw error;
      this.#cart.addedPerhaps(variantId);
    }
  }

  /** False if there is nothing in the cart. */
  async #buy(paymentMethod: string): Promise<boolean> {
    for (let left = MOST_ATTEMPTS; ; left--) {
      const { items, totalCents } = await this.#look();
      if (items.length === 0) return false;
      const input = {
        idempotencyKey: randomUUID(),
        expectedTotalCents: totalCents,
        expectedItems: items.map(({ variantId, quantity }) => ({ variantId, quantity })),
        shippingAddress: address,
        paymentMethod,
        ...(this.#isGuest && { email: this.#email }),
      };
      try {
        const { order } = await this.#client.checkout.place.mutate(input);
        await this.#hear(order, totalCents);
        return true;
      } catch (error) {
        const { reason = '', details } = refusalOf(error) ?? {};
        if (reason === 'payment_declined') {
          this.shop.told.orders.push({ number: String(details?.orderNumber), status: 'payment_failed', totalCents });
          return true;
        }
        if (!SEEN_OTHERWISE.includes(reason) || left === 0) throw error;
        if (reason === 'out_of_stock') await this.#withoutRare();
      }
    }
  }

  /** Asks what became of an order until it is known, as its page does, and sometimes cancels it. */
  async #hear({ number, status: first, accessToken }: PlacedOrder, totalCents: number): Promise<void> {
    const { told, random } = this.shop;
    // Guests open an order with its token, customers with their session.
    const key = { number, accessToken };
    let status = first;
    const deadline = performance.now() + PATIENCE_MS;
    while (status === 'pending') {
      if (performance.now() > deadline) throw new Error(`${number} stays pending`);
      await sleep(POLL_MS);
      ({ status } = await this.#client.orders.byNumber.query(key));
    }
    if (status !== 'payment_failed') this.#cart.emptied();
    told.orders.push({ number, status, totalCents });
    if (status !== 'paid' || random() > CANCELLED) return;
    told.closing.add(number);
    await unlessRefused(this.#client.orders.cancel.mutate(key), 'illegal_transition');
  }

  async #withoutRare(): Promise<void> {
    await this.#client.cart.update.mutate({ variantId: this.shop.rare, quantity: 0 });
    this.#cart.removed(this.shop.rare);
  }

  #compare(differences: string[]): void {
    this.shop.told.comparedCarts++;
    for (const difference of differences) this.shop.told.contradictions.push(`cart of ${this.#email}: ${difference}`);
  }
}

function quantitiesOf({ items }: CartAnswer): Map<number, number> {
  return new Map(items.map(({ variantId, quantity }) => [variantId, quantity]));
}
