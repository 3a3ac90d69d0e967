/*
 * One click does one thing. A page answers a press at once, and what comes to stand under the pointer then is often
 * something else: the next row's button, the step after this one, an answer in a dialog. The second click of a hurried
 * double click was not meant for it, so it is taken away before anybody hears of it.
 */

/** The time between two hurried clicks, at most. Whoever means the second one looks first, and that takes longer. */
const WITHIN_MS = 1000;
/** A hand that has not moved on purpose. */
const NEAR_PX = 6;

export interface Press {
  /** Milliseconds since the page was opened. */
  at: number;
  x: number;
  y: number;
  byKeyboard: boolean;
  /** What was pressed. */
  target: unknown;
  /** What it was called when it was pressed. */
  label: string;
}

/** Whether a press is the end of the press before, on something else than that was meant for. */
export function isEcho(last: Press, press: Press): boolean {
  const sameTarget = last.target === press.target;
  if (press.at - last.at > WITHIN_MS || (sameTarget && last.label === press.label)) return false;
  // By keyboard whoever presses twice is still on the same control, which may be another thing by now.
  if (press.byKeyboard || last.byKeyboard) return sameTarget && press.byKeyboard === last.byKeyboard;
  return Math.abs(press.x - last.x) <= NEAR_PX && Math.abs(press.y - last.y) <= NEAR_PX;
}

/** What acts when it is pressed. Fields and their labels do not: a click on a label is one on its field, too. */
const PRESSABLE = 'button, a[href], [role="button"], [role="menuitem"]';

/** What was pressed last, as long as a press can still be its echo. */
export class LastPress {
  #last: Press | null = null;

  /** Whether this press is an echo; one that is none can have an echo of its own. */
  isEchoed(press: Press): boolean {
    const echo = this.#last !== null && isEcho(this.#last, press);
    if (!echo) this.#last = press;
    return echo;
  }

  /** Whoever has filled something in since does not press twice by haste, be they ever so quick. */
  filledIn(): void {
    this.#last = null;
  }
}

/** Takes the echo of a click away, everywhere on the page. */
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
