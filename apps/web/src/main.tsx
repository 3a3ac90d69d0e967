import '@lantern/ui/theme.css';
import { setCurrency } from '@lantern/text/currency';
import { setImageBase } from '@lantern/text/image-base';
import { setLanguage } from '@lantern/ui/language';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createAppRouter } from './browser-router.ts';
import { documentLanguage } from './language/document-language.ts';
import { loadMessages } from './language/load-messages.ts';
import { guardClicks } from './lib/click-guard.ts';
import { documentCurrency } from './lib/document-currency.ts';
import { queryClient } from './lib/trpc.ts';
import { whenIdle } from './lib/when-idle.ts';
import { startWorker } from './offline/start-worker.ts';
import { takeState } from './rendering/state.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

/** What is for the time without a connection can wait until everything else is there. */
const LATE_MS = 2000;

setCurrency(documentCurrency());
setImageBase(document.documentElement.dataset.images ?? null);
guardClicks(document);

void start(root);

// Not awaited by the module itself: the pages' chunks are modules that wait for this one.
async function start(root: HTMLElement): Promise<void> {
  // What this script consists of has just been run: a task of its own, so that the browser can answer before the next one.
  await new Promise((resolve) => setTimeout(resolve));
  const language = { ...documentLanguage(), messages: await loadMessages('shop') };
  setLanguage(() => language);
  const isRendered = await takeState(queryClient);
  const router = await createAppRouter(isRendered);
  const app = <App router={router} />;
  // In steps between which the browser can answer: nothing of the page changes by it.
  if (isRendered) startTransition(() => void hydrateRoot(root, app));
  else createRoot(root).render(app);
  setTimeout(() => whenIdle(() => void finish(router)), LATE_MS);
}

async function finish(router: Parameters<typeof App>[0]['router']): Promise<void> {
  // It has fetched what follows: from it, nothing comes a second time.
  await startWorker();
  const late = await import('./late.ts').catch(() => null);
  late?.startLate(router);
}
