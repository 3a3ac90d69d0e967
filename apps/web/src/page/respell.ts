import type { createBrowserRouter } from 'react-router';
import { languagePath, languagePrefix } from '../language/language-path.ts';
import { spelledPath } from './spelled-path.ts';

type Router = ReturnType<typeof createBrowserRouter>;

/** Leads to the address of each page that is shown, if it was come to by another spelling. */
export function keepSpelling(router: Router): void {
  // Once the router has done what it tells of: within it, another navigation would be forgotten.
  router.subscribe(() => queueMicrotask(() => respell(router)));
  respell(router);
}

function respell({ state, navigate }: Router): void {
  // Already on its way to another page, which would not be tried again.
  if (state.navigation.state !== 'idle') return;
  const { search, hash, pathname } = state.location;
  const spelled = spelledPath(pathname.slice(languagePrefix().length), state.matches);
  if (languagePath(spelled) !== pathname) void navigate({ pathname: spelled, search, hash }, { replace: true });
}
