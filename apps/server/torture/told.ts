import type { OrderStatus } from '@lantern/api/order-status/order-status';

/** What became of an order according to an answer. */
export interface ToldOrder {
  number: string;
  status: OrderStatus;
  totalCents: number;
}

/** Everything that clients were told and that the books must agree with. */
export class Told {
  /** One for each order that got an answer. */
  readonly orders: ToldOrder[] = [];
  /** The numbers of those that someone asked to cancel. */
  readonly closing = new Set<string>();
  /** By the number: what an admin was told that they refunded, integer cents. */
  readonly refundedCents = new Map<string, number>();
  /** The product's new description of each edit that an admin was told is saved. */
  readonly edits: string[] = [];
  /** How many pieces there were of each variant at first, and came in with the edits. */
  readonly stocked = new Map<number, number>();
  /** Answers that contradict earlier ones. */
  readonly contradictions: string[] = [];
  /** How many answers about a cart were compared with what was told before. */
  comparedCarts = 0;

  /** Resolves in any case: who cannot go on, because of an answer or of none, does not end the run, but is told of. */
  async noting(who: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.contradictions.push(`${who}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Those that were last heard of as paid. */
  get paid(): ToldOrder[] {
    return this.orders.filter(({ status }) => status === 'paid');
  }
}
