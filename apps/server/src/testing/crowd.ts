import { setTimeout as sleep } from 'node:timers/promises';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { type Answer, checkout, newCustomer } from './http-store.ts';
import { retryingClient } from './retrying-client.ts';

/** The expected refusals while others buy and edit the same products; any other error is a fault. */
const refusals = {
  'cart.add': ['out_of_stock'],
  'checkout.place': ['price_changed', 'out_of_stock', 'cart_empty', 'payment_declined'],
  'orders.cancel': ['illegal_transition'],
  'admin.products.update': ['version_conflict'],
  'admin.products.bulkUpdate': ['version_conflict'],
  'admin.orders.refund': ['refund_too_large', 'restock_too_large', 'illegal_transition'],
  'admin.orders.setStatus': ['illegal_transition', 'changed_since'],
} satisfies Record<string, string[]>;

/** The users of the store at `url`, and the errors that they got. */
export class Crowd {
  /** Unexpected responses. */
  readonly faults: string[] = [];
  /** The number of expected refusals, by procedure and reason. */
  readonly refused = new Map<string, number>();
  /** How often the server refused a request because the machine was overloaded. */
  overloaded = 0;
  readonly #random: () => number;

  constructor(
    readonly url: string,
    seed: number,
  ) {
    this.#random = mulberry32(seed);
  }

  /** Waits a short random time, so that users do not act in lockstep. */
  pause(): Promise<void> {
    return sleep(this.#random() * 40);
  }

  /** True `share` of the time. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  /** A browser, whose tabs share the cookies. */
  browser() {
    const client = retryingClient(this.url, () => this.overloaded++);
    const record = (procedure: string) => (answer: Answer) => this.#record(procedure, answer);
    return {
      query: (procedure: string, input?: unknown) => client.query(procedure, input).then(record(procedure)),
      mutate: (procedure: string, input?: unknown) => client.mutate(procedure, input).then(record(procedure)),
    };
  }

  #record(procedure: string, answer: Answer): Answer {
    if (answer.status === 200) return answer;
    const { reason, requestId } = answer.body?.error?.data ?? {};
    const expected: string[] = Reflect.get(refusals, procedure) ?? [];
    if (answer.status !== 409 || !expected.includes(reason)) {
      this.faults.push(`${procedure} ${requestId}: ${answer.status} ${answer.text}`);
    }
    const name = `${procedure} ${reason}`;
    this.refused.set(name, (this.refused.get(name) ?? 0) + 1);
    return answer;
  }
}

type Browser = ReturnType<Crowd['browser']>;

/** A shopper with two tabs, who keeps track of what they have added to the cart and bought. */
export class Shopper {
  readonly orders: string[] = [];
  readonly #browser: Browser;
  readonly #account = newCustomer();
  /** By variant: the quantity successfully added, less the quantity removed. */
  readonly wanted = new Map<number, number>();

  constructor(private readonly crowd: Crowd) {
    this.#browser = crowd.browser();
  }

  register(): Promise<Answer> {
    return this.#browser.mutate('auth.register', this.#account);
  }

  login(): Promise<Answer> {
    const { email, password } = this.#account;
    return this.#browser.mutate('auth.login', { email, password });
  }

  logout(): Promise<Answer> {
    return this.#browser.mutate('auth.logout');
  }

  /** Returns whether the item was added. */
  async add(variantId: number, quantity: number): Promise<boolean> {
    const { status } = await this.#browser.mutate('cart.add', { variantId, quantity });
    if (status === 200) this.wanted.set(variantId, (this.wanted.get(variantId) ?? 0) + quantity);
    return status === 200;
  }

  /** Sets the quantity of a line; no other tab may change it at the same time. */
  async update(variantId: number, quantity: number): Promise<void> {
    const { status } = await this.#browser.mutate('cart.update', { variantId, quantity });
    if (status === 200) this.wanted.set(variantId, quantity);
  }

  /** The cart according to the store: quantities by variant, and the total in cents. */
  async cart(): Promise<{ lines: Map<number, number>; totalCents: number }> {
    const { items, totalCents } = (await this.#browser.query('cart.get')).body.result.data;
    const pairs = items.map((line: { variantId: number; quantity: number }) => [line.variantId, line.quantity]);
    return { lines: new Map<number, number>(pairs), totalCents };
  }

  /**
   * Buys the content of the cart from both tabs with the same key, and retries if a price or the cart has changed.
   * Returns the reason if it was refused; null if the order was placed.
   */
  async buy(paymentMethod = 'sim_ok'): Promise<string | null> {
    for (;;) {
      const { lines, totalCents } = await this.cart();
      if (lines.size === 0) return 'cart_empty';
      const input = { ...checkout(), paymentMethod, expectedTotalCents: totalCents };
      const answers = await Promise.all([1, 2].map(() => this.#browser.mutate('checkout.place', input)));
      const numbers = new Set(answers.flatMap(({ body }) => body.result?.data.order.number ?? []));
      if (numbers.size > 1) this.crowd.faults.push(`one key, several orders: ${[...numbers]}`);
      const [number] = numbers;
      if (number) {
        this.orders.push(number);
        return null;
      }
      const reasons = answers.map(({ body }) => body.error?.data.reason);
      const final = reasons.find((reason) => !['price_changed', 'cart_empty'].includes(reason));
      if (final) return final;
      await this.crowd.pause();
    }
  }

  cancel(number: string): Promise<Answer> {
    return this.#browser.mutate('orders.cancel', { number });
  }
}

/** A browser in which an admin is logged in. */
export async function adminBrowser(crowd: Crowd): Promise<Browser> {
  const admin = crowd.browser();
  await admin.mutate('auth.login', { email: 'admin@example.com', password: 'correct horse' });
  return admin;
}
