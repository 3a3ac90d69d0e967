import type { Address } from '@lantern/api/account/schema';
import type { DraftAddresses } from '../address/draft-addresses.ts';
import type { Card } from '../card/test-cards.ts';

/*
 * The checkout as a state machine: which step is open, what was entered, and what each event changes. Pure; the code
 * that talks to the server dispatches its events here.
 */

const order = ['contact', 'address', 'payment', 'review'] as const;
/** Only guests have the first: customers have an email. */
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
  isGuest: boolean;
  /** A guest's. */
  email: string | null;
  address: Address | null;
  /** Null if it is the delivery address. */
  billingAddress: Address | null;
  /** What the form of a billing address has while that is the delivery address. */
  hiddenBilling: Address | null;
  /** The code of the delivery method that was chosen; null for the cheapest. */
  delivery: string | null;
  card: Card | null;
  /** A payment is in progress: nothing can be changed until it is settled. */
  paying: boolean;
  notice: Notice | null;
}

export type CheckoutEvent =
  | { type: 'email_entered'; email: string }
  | ({ type: 'address_entered' } & DraftAddresses)
  | { type: 'delivery_chosen'; code: string }
  | { type: 'card_entered'; card: Card }
  | { type: 'change'; step: Step }
  | { type: 'pay' }
  | { type: 'declined'; text: string }
  | { type: 'price_changed' | 'out_of_stock' | 'refused' | 'interrupted'; text: string };

/** What is known of the shopper when the page is opened. */
export type Draft = Pick<CheckoutState, 'isGuest' | 'email' | 'address' | 'billingAddress' | 'hiddenBilling'>;

/** A checkout at its first step. */
export function started(draft: Draft): CheckoutState {
  return {
    ...draft,
    step: draft.isGuest ? 'contact' : 'address',
    delivery: null,
    card: null,
    paying: false,
    notice: null,
  };
}

/** A checkout whose page was left or reloaded during a payment. */
export function resumed(draft: Draft, card: Card): CheckoutState {
  return { ...started(draft), step: 'review', card, paying: true };
}

/** The step named in the URL; null if there is none. */
export function stepNamed(word: string | null): Step | null {
  return order.find((step) => step === word) ?? null;
}

/**
 * A checkout that was left and reopened, at `wanted` or the nearest possible step: the address was kept, a card never
 * is.
 */
export function returned(draft: Draft, wanted: Step | null): CheckoutState {
  const state = started(draft);
  if (wanted === null || isBefore(wanted, state.step)) return state;
  const step = isReached(state, wanted) ? wanted : firstToDo(state);
  return { ...state, step, notice: step === 'payment' ? { kind: 'card_again' } : null };
}

/** Whether the shopper may go to `step` now. */
export function canShow(state: CheckoutState, step: Step): boolean {
  return isReached(state, step) && !state.paying && (state.isGuest || step !== 'contact');
}

/** The state after `event`. Events that are impossible in a state change nothing. */
export function checkoutReducer(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'email_entered':
      return state.paying ? state : onward({ ...state, email: event.email });
    case 'address_entered':
      return state.paying ? state : onward({ ...state, ...addressesOf(event) });
    case 'delivery_chosen':
      return state.paying ? state : { ...state, delivery: event.code };
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

function addressesOf({ address, billingAddress, hiddenBilling }: DraftAddresses): DraftAddresses {
  return { address, billingAddress, hiddenBilling };
}

/** Goes to the first incomplete step, so that editing a completed one leads straight back. */
function onward(state: CheckoutState): CheckoutState {
  return { ...state, step: firstToDo(state), notice: null };
}

function firstToDo(state: CheckoutState): Step {
  return order.find((candidate) => !isDone(state, candidate)) ?? 'review';
}

function isDone({ isGuest, email, address, card }: CheckoutState, step: Step): boolean {
  if (step === 'contact') return !isGuest || email !== null;
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
  return isBefore(step, open) ? 'done' : 'todo';
}

function isBefore(step: Step, other: Step): boolean {
  return order.indexOf(step) < order.indexOf(other);
}
