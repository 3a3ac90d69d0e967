/*
 * The account this tab acts for. When another user logs in in another tab, the cookie becomes theirs; so every change
 * names the account its page was rendered for, and the server refuses it if that is not the current one.
 */

/** An account's id, null for a guest; undefined until the server has answered. */
export type TabAccount = number | null | undefined;

let account: TabAccount;
let isLoggedOut = false;

export function tabAccount(): TabAccount {
  return account;
}

export function setTabAccount(next: number | null): void {
  isLoggedOut = next === null && (isLoggedOut || !!account);
  account = next;
}

/** Whether this tab was a user's, and is nobody's since. */
export function hasLostUser(): boolean {
  return isLoggedOut;
}

/** Sent with every request of this tab. */
export function accountHeader(): Record<string, string> {
  return { 'x-lantern-account': account === undefined ? 'unknown' : String(account ?? 'guest') };
}

const NAME = 'lantern-account';
// Not on the server, where an open channel would keep the process alive.
const channel = typeof BroadcastChannel === 'function' && !import.meta.env.SSR ? new BroadcastChannel(NAME) : null;

/** Notifies the browser's other tabs of a login or logout in this one. */
export function notifyOtherTabs(): void {
  channel?.postMessage(account ?? null);
  try {
    // Without BroadcastChannel: other tabs get a storage event, if the value is a new one.
    localStorage.setItem(NAME, JSON.stringify([account ?? null, Date.now(), Math.random()]));
  } catch {
    // Storage is disabled; the server still checks.
  }
}

/** Calls `onNews` when the session may have changed; returns a function that stops watching. */
export function watchOtherTabs(onNews: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => key === NAME && onNews();
  const onReturn = () => document.visibilityState === 'visible' && onNews();
  channel?.addEventListener('message', onNews);
  window.addEventListener('storage', onStorage);
  window.addEventListener('focus', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    channel?.removeEventListener('message', onNews);
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('focus', onReturn);
    document.removeEventListener('visibilitychange', onReturn);
  };
}
