import type { createAppRouter } from './browser-router.ts';
import { prepareOffline } from './offline/prepare-offline.tsx';
import { keepSpelling } from './page/respell.ts';

/** What an open page needs only once everything else is there: so none of it is in the first script. */
export function startLate(router: Awaited<ReturnType<typeof createAppRouter>>): void {
  prepareOffline(router);
  keepSpelling(router);
}
