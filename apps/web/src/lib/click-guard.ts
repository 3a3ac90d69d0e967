/*
 * One click does one thing. Pages react at once, and what moves under the pointer is often something else: the next
 * row's button, the next step, an answer in a dialog. The second click of a hurried double click was not meant for it,
 * so it is suppressed before any handler sees it.
 */

/** The longest time between two hurried clicks. A deliberate second click takes longer, since people look first. */
const WITHIN_MS = 1000;
/** A hand that has not moved on purpose. */
const NEAR_PX = 6;

export interface Press {
  /** Milliseconds since the page was opened. */
  at: number;
  x: number;
  y: number;
  byKeyboard: boolean;
  /** The pressed element. */
  target: unknown;
  /** Its label when it was pressed. */
  label: string;
}

/** Whether a press is the second of a double click, on another target than the first. */
export function isEcho(last: Press, press: Press): boolean {
  const sameTarget = last.target === press.target;
  if (press.at - last.at > WITHIN_MS || (sameTarget && last.label === press.label)) return false;
  // By keyboard, a second press hits the same control, which may have changed.
  if (press.byKeyboard || last.byKeyboard) return sameTarget && press.byKeyboard === last.byKeyboard;
  return Math.abs(press.x - last.x) <= NEAR_PX && Math.abs(press.y - last.y) <= NEAR_PX;
}

/** Elements that act when pressed. Fields and labels are not included: a click on a label also clicks its field. */
const PRESSABLE = 'button, a[href], [role="button"], [role="menuitem"]';

/** The last press, which the next one may be an echo of. */
export class LastPress {
  #last: Press | null = null;

  /** Whether this press is an echo; if not, it becomes the last press. */
  isEchoed(press: Press): boolean {
    const echo = this.#last !== null && isEcho(this.#last, press);
    if (!echo) this.#last = press;
    return echo;
  }

  /** After typing, the next press is deliberate, however quick. */
  filledIn(): void {
    this.#last = null;
  }
}

/** Suppresses the second click of double clicks, on the whole page. */
export function guardClicks(page: Document): void {
  const last = new LastPress();
  page.addEventListener(
    'click',
    (event) => {
      const target = event.target instanceof Element ? event.target.closest(PRESSABLE) : null;
      if (!event.isTrusted || !target) return;
      const { timeStamp: at, clientX: x, clientY: y } = event;
      const label = `${target.getAttribute('aria-label') ?? ''} ${target.textContent ?? ''}`;
      if (!last.isEchoed({ at, x, y, byKeyboard: event.detail === 0, target, label })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  page.addEventListener('input', () => last.filledIn(), { capture: true });
}
