/** Does again what was done before the page's code was there. Once: what is pressed from now on is the page's. */
export function replayEarly(): void {
  const { early } = window;
  if (!early) return;
  early.stop();
  window.early = undefined;
  for (const [field, value] of early.fields) fill(field, value);
  // After the page has taken what was typed.
  if (early.pressed) requestAnimationFrame(() => press(early.pressed));
}

function press(pressed: NonNullable<Window['early']>['pressed']): void {
  if (!pressed?.target.isConnected) return;
  const { target, key } = pressed;
  if (key) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  else target.click();
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
}
