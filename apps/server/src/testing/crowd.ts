import { setTimeout as sleep } from 'node:timers/promises';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { type Answer, checkout, newcomer } from './http-store.ts';
import { patientClient } from './patient-client.ts';

/** What may stand in somebody's way while others buy and edit the same things: anything else is a fault. */
const refusals = {
  'cart.add': ['out_of_stock'],
  'checkout.place': ['price_changed', 'out_of_stock', 'cart_empty', 'payment_declined'],
  'orders.cancel': ['illegal_transition'],
  'admin.products.update': ['version_conflict'],
  'admin.products.bulkUpdate': ['version_conflict'],
  'admin.orders.refund': ['refund_too_large', 'restock_too_large', 'illegal_transition'],
  'admin.orders.setStatus': ['illegal_transition', 'changed_since'],
} satisfies Record<string, string[]>;

/** Everybody who calls the store at `url`, and what went wrong for them. */
export class Crowd {
  /** Answers that nobody should have had. */
  readonly faults: string[] = [];
  /** How often each refusal was met. */
  readonly refused = new Map<string, number>();
  /** How often the server had got no time for seconds, and said so before it did anything. */
  starved = 0;
  readonly #random: () => number;

  constructor(
    readonly url: string,
    seed: number,
  ) {
    this.#random = mulberry32(seed);
  }

  /** A short and uneven wait, so that people do not walk in step. */
  pause(): Promise<void> {
    return sleep(this.#random() * 40);
  }

  /** True `share` of the time. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  /** A browser; all of its tabs share the cookies. */
  browser() {
    const client = patientClient(this.url, () => this.starved++);
    const hear = (procedure: string) => (answer: Answer) => this.#hear(procedure, answer);
    return {
      query: (procedure: string, input?: unknown) => client.query(procedure, input).then(hear(procedure)),
      mutate: (procedure: string, input?: unknown) => client.mutate(procedure, input).then(hear(procedure)),
    };
  }

  #hear(procedure: string, answer: Answer): Answer {
    if (answer.status === 200) return answer;
    const { reason, requestId } = answer.body?.error?.data ?? {};
    const known: string[] = Reflect.get(refusals, procedure) ?? [];
    if (answer.status !== 409 || !known.includes(reason)) {
      this.faults.push(`${procedure} ${requestId}: ${answer.status} ${answer.text}`);
    }
    const name = `${procedure} ${reason}`;
    this.refused.set(name, (this.refused.get(name) ?? 0) + 1);
    return answer;
  }
}

type Browser = ReturnType<Crowd['browser']>;

/** Somebody with two tabs, who keeps a book of their own of what they have put into the cart and bought. */
export class Shopper {
  readonly orders: string[] = [];
  readonly #browser: Browser;
  readonly #account = newcomer();
  /** By variant: what was answered as put in, less what was taken out. */
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

  /** True where it is in the cart now. */
  async add(variantId: number, quantity: number): Promise<boolean> {
    const { status } = await this.#browser.mutate('cart.add', { variantId, quantity });
    if (status === 200) this.#note(variantId, quantity);
    return status === 200;
  }

  /** Sets a line that no other tab changes at the same time. */
  async update(variantId: number, quantity: number): Promise<void> {
    const { status } = await this.#browser.mutate('cart.update', { variantId, quantity });
    if (status === 200) this.wanted.set(variantId, quantity);
  }

  /** What the store says is in the cart: quantity by variant, and the total in cents. */
  async cart(): Promise<{ lines: Map<number, number>; totalCents: number }> {
    const { items, totalCents } = (await this.#browser.query('cart.get')).body.result.data;
    const pairs = items.map((line: { variantId: number; quantity: number }) => [line.variantId, line.quantity]);
    return { lines: new Map<number, number>(pairs), totalCents };
  }

  /**
   * Buys what is in the cart, from both tabs under one key, and again where a price or the cart has just moved.
   * Answers what stood in the way in the end; null where the order is placed.
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

  #note(variantId: number, quantity: number): void {
    this.wanted.set(variantId, (this.wanted.get(variantId) ?? 0) + quantity);
  }
}

/** An admin's browser, logged in. */
export async function adminOf(crowd: Crowd): Promise<Browser> {
  const admin = crowd.browser();
  await admin.mutate('auth.login', { email: 'admin@example.com', password: 'correct horse' });
  return admin;
}
