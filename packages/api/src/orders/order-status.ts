/** Every state an order can be in, and where it may go from there. Nothing else is possible. */
export const transitions = {
  pending: ['paid', 'payment_failed', 'cancelled'],
  paid: ['shipped', 'cancelled', 'refunded'],
  payment_failed: [],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
} as const satisfies Record<string, readonly string[]>;

export type OrderStatus = keyof typeof transitions;

/** True where an order may go from `from` to `to` in one step. */
export function canTransition(from: OrderStatus, to: OrderStatus): boolean {
  const steps: readonly OrderStatus[] = transitions[from];
  return steps.includes(to);
}

/** Whether money has come is for the provider to say, and for nobody else. */
const setByProvider: readonly OrderStatus[] = ['paid', 'payment_failed'];

/** The steps from here that a person may take. */
export function manualTransitions(from: OrderStatus): OrderStatus[] {
  const steps: readonly OrderStatus[] = transitions[from];
  return steps.filter((to) => !setByProvider.includes(to));
}

/** What an order is again when a step that was taken by mistake is taken back; no other step can be. */
export const reversals: Partial<Record<OrderStatus, OrderStatus>> = { shipped: 'paid', delivered: 'shipped' };

/** The states of an order whose money is the shop's to keep. */
export const revenueStatuses = ['paid', 'shipped', 'delivered'] as const satisfies readonly OrderStatus[];
