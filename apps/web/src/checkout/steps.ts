import type { Address } from '@lantern/api/account/schema';
import type { Card } from '../orders/test-cards.ts';

/*
 * The checkout as a state machine: which step is open, what was entered, and what each event changes. Pure; the code
 * that talks to the server dispatches its events here.
 */

const order = ['address', 'payment', 'review'] as const;
export type Step = (typeof order)[number];

/** Why the shopper is (back) at this step. */
export type Notice =
  /** The bank declined the card ending in `last4`. */
  | { kind: 'declined'; text: string; last4: string }
  /** The page was reloaded, and a card is never kept. */
  | { kind: 'card_again' }
  | { kind: 'price_changed' | 'out_of_stock' | 'refused'; text: string }
  /** It is unknown whether the order was placed: the same attempt has to be repeated. */
  | { kind: 'interrupted'; text: string };

export interface CheckoutState {
  step: Step;
  address: Address | null;
  card: Card | null;
  /** A payment is in progress: nothing can be changed until it is settled. */
  paying: boolean;
  notice: Notice | null;
}

export type CheckoutEvent =
  | { type: 'address_entered'; address: Address }
  | { type: 'card_entered'; card: Card }
  | { type: 'change'; step: Step }
  | { type: 'pay' }
  | { type: 'declined'; text: string }
  | { type: 'price_changed' | 'out_of_stock' | 'refused' | 'interrupted'; text: string };

export const start: CheckoutState = { step: 'address', address: null, card: null, paying: false, notice: null };

/** A checkout whose page was left or reloaded during a payment. */
export function resumed(address: Address, card: Card): CheckoutState {
  return { step: 'review', address, card, paying: true, notice: null };
}

/** The step named in the URL; null if there is none. */
export function stepNamed(word: string | null): Step | null {
  return order.find((step) => step === word) ?? null;
}

/**
 * A checkout that was left and reopened, at `wanted` or the nearest possible step: the address was kept, a card never
 * is.
 */
export function returned(address: Address | null, wanted: Step | null): CheckoutState {
  if (!address || wanted === null || wanted === 'address') return { ...start, address };
  return { ...start, address, step: 'payment', notice: { kind: 'card_again' } };
}

/** Whether the shopper may go to `step` now. */
export function canShow(state: CheckoutState, step: Step): boolean {
  return isReached(state, step) && !state.paying;
}

/** The state after `event`. Events that are impossible in a state change nothing. */
export function checkoutReducer(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'address_entered':
      return state.paying ? state : onward({ ...state, address: event.address });
    case 'card_entered':
      return state.paying ? state : onward({ ...state, card: event.card });
    case 'change':
      return canShow(state, event.step) ? { ...state, step: event.step, notice: null } : state;
    case 'pay':
      return isReached(state, 'review') && state.step === 'review' ? { ...state, paying: true, notice: null } : state;
    case 'declined': {
      const notice = { kind: event.type, text: event.text, last4: state.card?.last4 ?? '' };
      return { ...state, paying: false, step: 'payment', card: null, notice };
    }
    default:
      return { ...state, paying: false, step: 'review', notice: { kind: event.type, text: event.text } };
  }
}

/** Goes to the first incomplete step, so that editing a completed one leads straight back. */
function onward(state: CheckoutState): CheckoutState {
  const step = order.find((candidate) => !isDone(state, candidate)) ?? 'review';
  return { ...state, step, notice: null };
}

function isDone({ address, card }: CheckoutState, step: Step): boolean {
  if (step === 'address') return address !== null;
  return step === 'payment' && card !== null;
}

/** All earlier steps are complete. */
function isReached(state: CheckoutState, step: Step): boolean {
  return order.slice(0, order.indexOf(step)).every((earlier) => isDone(state, earlier));
}

/** How a step is shown: only those before the open one are collapsed. */
export function lookOf({ step: open }: CheckoutState, step: Step): 'done' | 'now' | 'todo' {
  if (step === open) return 'now';
  return order.indexOf(step) < order.indexOf(open) ? 'done' : 'todo';
}
