import { accountHeader, tabAccount } from '../lib/tab-account.ts';
import { API_URL } from '../lib/trpc.ts';

/**
 * Remembers for whoever is logged in that they chose a language, so that mails come in it. The request outlives the page,
 * which is about to be left; if it fails, mails stay in the language before.
 */
export function keepLanguage(language: string): void {
  if (!tabAccount()) return;
  void fetch(`${API_URL}/account.setLanguage`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json', ...accountHeader() },
    body: JSON.stringify({ language }),
  }).catch(() => undefined);
}
