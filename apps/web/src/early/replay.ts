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

/** What is to be filled into fields that React has not taken over yet. */
const waiting = new Map<Element, string | boolean>();

/** At once, or in the first frame in which the page can answer, with what was typed last by then. */
function fillOnceTaken(field: Element, value: string | boolean): void {
  if (isTaken(field)) {
    fill(field, value);
    return;
  }
  const isWaitedFor = waiting.has(field);
  waiting.set(field, value);
  if (!isWaitedFor) requestAnimationFrame(() => fillWaiting(field));
}

function fillWaiting(field: Element): void {
  const value = waiting.get(field);
  if (field.isConnected && !isTaken(field)) {
    requestAnimationFrame(() => fillWaiting(field));
    return;
  }
  waiting.delete(field);
  if (value !== undefined && field.isConnected) fill(field, value);
}

/** React leaves a mark on every element that it has made or taken over. */
const isTaken = (element: Element) => /__react/.test(String(Object.keys(element)));

/** In the next frame, or the first one in which the page can answer. */
function press(one: Press): void {
  requestAnimationFrame(() => {
    const { target, key } = one;
    if (!target.isConnected) return;
    if (!isTaken(target)) press(one);
    else if (key) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    else target.click();
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
