import '@lantern/ui/theme.css';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createAppRouter } from './browser-router.ts';
import { guardClicks } from './lib/click-guard.ts';
import { queryClient } from './lib/trpc.ts';
import { takeState } from './rendering/state.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

guardClicks(document);

void start(root);

// Not awaited by the module itself: the pages' chunks are modules that wait for this one.
async function start(root: HTMLElement): Promise<void> {
  const isRendered = takeState(queryClient);
  const app = <App router={await createAppRouter(isRendered)} />;
  // In steps between which the browser can answer: nothing of the page changes by it.
  if (isRendered) startTransition(() => void hydrateRoot(root, app));
  else createRoot(root).render(app);
}
