/*
 * Whom this tab acts for. Another tab of the same browser can log in as somebody else, and the cookie is
 * theirs then; so every change says whom its page was drawn for, and the server refuses what is not theirs.
 */

/** An account's id, null for a guest; undefined until the server has said. */
export type TabAccount = number | null | undefined;

let account: TabAccount;

export function tabAccount(): TabAccount {
  return account;
}

export function setTabAccount(next: number | null): void {
  account = next;
}

/** What every request of this tab brings along. */
export function accountHeader(): Record<string, string> {
  if (account === undefined) return {};
  return { 'x-lantern-account': account === null ? 'guest' : String(account) };
}

const NAME = 'lantern-account';
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : null;

/** Tells the browser's other tabs that somebody has logged in or out in this one. */
export function notifyOtherTabs(): void {
  channel?.postMessage(account ?? null);
  try {
    // Where there are no channels: other tabs hear of what is written, if it is not what stood there.
    localStorage.setItem(NAME, JSON.stringify([account ?? null, Date.now(), Math.random()]));
  } catch {
    // A browser that keeps nothing; the server looks all the same.
  }
}

/** Calls `onNews` whenever the session may be somebody else's now; answers how to stop. */
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
