/** Every state an order can be in, and where it may go from there. Nothing else is possible. */
export const allowedSteps = {
  pending: ['paid', 'payment_failed', 'cancelled'],
  paid: ['shipped', 'cancelled', 'refunded'],
  payment_failed: [],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
} as const satisfies Record<string, readonly string[]>;

export type OrderState = keyof typeof allowedSteps;

/** True where an order may go from `from` to `to` in one step. */
export function mayStep(from: OrderState, to: OrderState): boolean {
  const steps: readonly OrderState[] = allowedSteps[from];
  return steps.includes(to);
}

/** Whether money has come is for the provider to say, and for nobody else. */
const saidByProvider: readonly OrderState[] = ['paid', 'payment_failed'];

/** The steps from here that a person may take. */
export function stepsByHand(from: OrderState): OrderState[] {
  const steps: readonly OrderState[] = allowedSteps[from];
  return steps.filter((to) => !saidByProvider.includes(to));
}

/** What an order is again when a step that was taken by mistake is taken back; no other step can be. */
export const withdrawals: Partial<Record<OrderState, OrderState>> = { shipped: 'paid', delivered: 'shipped' };

/** The states of an order whose money is the shop's to keep. */
export const earningStates = ['paid', 'shipped', 'delivered'] as const satisfies readonly OrderState[];
