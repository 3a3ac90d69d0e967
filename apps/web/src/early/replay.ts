import { isTaken } from './is-taken.ts';

type Press = NonNullable<Window['early']>['presses'][number];

/**
 * Does again what was done before the page's code was there. Once: what is pressed from now on is the page's, but for the
 * parts of it whose code is still on its way.
 */
export function replayEarly(): void {
  const { early } = window;
  if (!early) return;
  early.stop();
  window.early = undefined;
  addEventListener('click', holdBack, true);
  addEventListener('input', keepTyped, true);
  addEventListener('keydown', keepEnter, true);
  for (const [field, value] of early.fields) fillOnceTaken(field, value);
  // After the page has taken what was typed.
  for (const one of early.presses) press(one);
}

/** React would lose what is pressed in a part of the page that it cannot take over yet. */
function holdBack(event: Event): void {
  const target = event.target instanceof Element && event.target.closest('button');
  if (!target || isTaken(target)) return;
  event.preventDefault();
  event.stopPropagation();
  press({ target });
}

/** React would reset what is typed in a part of the page that it has not taken over yet. */
function keepTyped({ target }: Event): void {
  if (target instanceof HTMLInputElement && !isTaken(target)) fillOnceTaken(target, target.value);
}

function keepEnter({ key, target }: KeyboardEvent): void {
  if (key === 'Enter' && target instanceof HTMLInputElement && !target.form && !isTaken(target)) press({ target, key });
}

/** What is to be filled into fields that React has not taken over yet: what was typed last by then. */
const waiting = new WeakMap<Element, string | boolean>();

function fillOnceTaken(field: Element, value: string | boolean): void {
  if (isTaken(field)) {
    fill(field, value);
    return;
  }
  const isWaitedFor = waiting.has(field);
  waiting.set(field, value);
  if (isWaitedFor) return;
  onceTaken(field, () => {
    fill(field, waiting.get(field) ?? value);
    waiting.delete(field);
  });
}

function press({ target, key }: Press): void {
  onceTaken(target, () => {
    if (key) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    else target.click();
  });
}

/** In the next frame, or the first one in which the page can answer; never if the element has gone by then. */
function onceTaken(element: Element, act: () => void): void {
  requestAnimationFrame(() => {
    if (!element.isConnected) return;
    if (isTaken(element)) act();
    else onceTaken(element, act);
  });
}

/** Fills in a field so that React and the form notice: it was the same for them, whatever it showed. */
function fill(field: Element, value: string | boolean): void {
  if (field instanceof HTMLInputElement && typeof value === 'boolean') {
    if (field.checked === value) field.checked = !value;
    field.click();
    return;
  }
  // React compares a value with the last one that was set through the element itself, not through its prototype.
  Reflect.set(field, 'value', '');
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  // Some fields count once they are left, which this one was before. In a frame of its own, when React has the value.
  if (field !== document.activeElement) {
    requestAnimationFrame(() => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  }
}
