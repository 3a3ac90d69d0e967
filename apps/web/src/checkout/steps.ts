import type { Address } from '@lantern/api/account/schema';
import type { Card } from './test-cards.ts';

/*
 * The checkout as a machine: where the shopper is, what was entered so far, and where each event
 * leads. Pure; what talks to the server sends its events here.
 */

const order = ['address', 'payment', 'review'] as const;
export type Step = (typeof order)[number];

/** Why the shopper is (again) where he is. */
export type Notice =
  /** The bank said no to the card ending in `last4`. */
  | { kind: 'declined'; text: string; last4: string }
  /** The page was loaded anew, and a card is never kept. */
  | { kind: 'card_again' }
  | { kind: 'price_changed' | 'out_of_stock' | 'refused'; text: string }
  /** Nobody knows yet whether the order was taken: the same attempt has to be made again. */
  | { kind: 'interrupted'; text: string };

export interface CheckoutState {
  step: Step;
  address: Address | null;
  card: Card | null;
  /** A payment is on its way: nothing can be changed until it is settled. */
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

/** A checkout whose page was left or reloaded while it was paying. */
export function resumed(address: Address, card: Card): CheckoutState {
  return { step: 'review', address, card, paying: true, notice: null };
}

/** The step that an address of the page names; null where it names none. */
export function stepNamed(word: string | null): Step | null {
  return order.find((step) => step === word) ?? null;
}

/** A checkout that is come back to, at `wanted` or as near to it as can be: the address was kept, a card never is. */
export function returned(address: Address | null, wanted: Step | null): CheckoutState {
  if (!address || wanted === null || wanted === 'address') return { ...start, address };
  return { ...start, address, step: 'payment', notice: { kind: 'card_again' } };
}

/** True where the shopper may be taken to `step` now. */
export function canShow(state: CheckoutState, step: Step): boolean {
  return isReached(state, step) && !state.paying;
}

/** Where `event` leads. What cannot happen in a state changes nothing. */
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

/** The first step that is still open; a finished one that was changed leads straight back. */
function onward(state: CheckoutState): CheckoutState {
  const step = order.find((candidate) => !isDone(state, candidate)) ?? 'review';
  return { ...state, step, notice: null };
}

function isDone({ address, card }: CheckoutState, step: Step): boolean {
  if (step === 'address') return address !== null;
  return step === 'payment' && card !== null;
}

/** Everything before it is filled in. */
function isReached(state: CheckoutState, step: Step): boolean {
  return order.slice(0, order.indexOf(step)).every((earlier) => isDone(state, earlier));
}

/** How a step is drawn: only what lies before the open one is folded. */
export function lookOf({ step: open }: CheckoutState, step: Step): 'done' | 'now' | 'todo' {
  if (step === open) return 'now';
  return order.indexOf(step) < order.indexOf(open) ? 'done' : 'todo';
}
