import { language } from '@lantern/ui/language';
import type { RouteObject } from 'react-router';
import { languagePrefix } from '../language/language-path.ts';
import { loadMessages } from '../language/load-messages.ts';
import { loadApiWords } from '../lib/api-words.ts';
import { queryClient, trpcOptions } from '../lib/trpc.ts';

/**
 * Loads the routes of the admin area when an admin first goes there, so that nobody else downloads them. Returns null
 * for other users and paths.
 */
export async function loadAdminRoutes(path: string): Promise<RouteObject[] | null> {
  if (!/^\/admin(\/|$)/.test(path.slice(languagePrefix().length))) return null;
  const me = await queryClient.fetchQuery(trpcOptions.auth.me.queryOptions());
  if (me?.role !== 'admin') return null;
  const [{ adminRoutes }, words] = await Promise.all([
    import('./routes.tsx'),
    loadMessages('admin'),
    loadApiWords(async () => (await import('./shared/api-sentences.ts')).adminSentences),
  ]);
  Object.assign(language().messages, words);
  return adminRoutes;
}
