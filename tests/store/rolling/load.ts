import { setTimeout as sleep } from 'node:timers/promises';
import { address } from '@lantern/api/testing/test-services';
import { soak } from '@lantern/db/testing/soak';
import { type KeptAliveAnswer, KeptAliveClient } from '../../../apps/server/src/testing/kept-alive-client.ts';

/** Of each shopper, between one request and the next. */
const PAUSE_MS = soak(150, 30);

/** The files of code and styles that a page names. */
export const assetsOf = (html: string) => [...new Set(html.match(/\/assets\/[\w-]+\.(?:js|css)/g))];

/** Whether a machine had too much to do for an answer, which is no error of a store that is rolled. */
export const isRefused = ({ status, headers }: KeptAliveAnswer) => status === 503 && 'retry-after' in headers;

/** What shoppers of a store heard while it was rolled. */
export class Load {
  answers = 0;
  /** Files of pages that were asked for on connections of their own. */
  files = 0;
  /** The numbers of the orders that they were told of. */
  readonly orders: string[] = [];
  readonly errors: string[] = [];
  #isOver = false;
  readonly #running: Promise<void>[] = [];

  constructor(private readonly url: string) {}

  /** Shoppers who keep their connection, of whom each third buys; and one who comes anew for each page and each of its files. */
  begin(shoppers: number, variantId: number): void {
    for (let n = 0; n < shoppers; n++) this.#running.push(this.#shop(n % 3 === 0 ? variantId : null));
    this.#running.push(this.#visit());
  }

  /** Resolves when all of them have had their last answer. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  async #shop(variantId: number | null): Promise<void> {
    using client = new KeptAliveClient(this.url);
    while (!this.#isOver) {
      if (variantId === null) this.#note('read', await client.get('/trpc/cart.get,catalog.categories?batch=1'));
      else await this.#buy(client, variantId);
      await sleep(PAUSE_MS);
    }
  }

  async #buy(client: KeptAliveClient, variantId: number): Promise<void> {
    const added = await client.mutate('cart.add', { variantId, quantity: 1 });
    if (!this.#note('add', added)) return;
    const placed = await client.mutate('checkout.place', {
      idempotencyKey: crypto.randomUUID(),
      expectedTotalCents: JSON.parse(added.text).result.data.totalCents,
      shippingAddress: address,
      paymentMethod: 'sim_ok',
      email: 'ada@example.com',
    });
    if (this.#note('place', placed)) this.orders.push(JSON.parse(placed.text).result.data.order.number);
  }

  async #visit(): Promise<void> {
    while (!this.#isOver) {
      const page = await this.#anew('/');
      if (!this.#note('page', page)) continue;
      for (const path of assetsOf(page.text)) if (this.#note(path, await this.#anew(path))) this.files++;
      await sleep(PAUSE_MS);
    }
  }

  async #anew(path: string): Promise<KeptAliveAnswer> {
    using client = new KeptAliveClient(this.url);
    return await client.get(path);
  }

  /** Whether it was done. */
  #note(what: string, answer: KeptAliveAnswer): boolean {
    const { status, text } = answer;
    if (status === 200) this.answers++;
    else if (!isRefused(answer)) this.errors.push(`${what}: ${status} ${text.slice(0, 200)}`);
    return status === 200;
  }
}
