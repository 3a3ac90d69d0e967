/**
 * What a dialog was opened from, which has the focus again, may be gone or disabled by now, or will be once the page has
 * read what the dialog has changed. Then the keyboard goes on at the content of the page, and not at its very top. Call
 * it when the dialog is closed.
 */
export function keepFocus(): void {
  const opener = document.activeElement;
  const observer = new MutationObserver(check);
  function check(): void {
    const focused = document.activeElement;
    const isLost = focused?.matches('body, :disabled') ?? true;
    if (!isLost && focused === opener) return;
    observer.disconnect();
    if (isLost) document.querySelector('main')?.focus({ preventScroll: true });
  }
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  check();
}
