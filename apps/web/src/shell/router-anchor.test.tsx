// @vitest-environment happy-dom
import { type ComponentType, lazy } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { isTaken } from '../early/is-taken.ts';
import { atOnce } from '../lib/at-once.ts';
import { LatePart } from '../lib/late-part.tsx';
import { RouterAnchor } from './router-anchor.tsx';

/** How a browser for a mouse turns a page into the next one. */
const { move } = vi.hoisted(() => {
  const move = vi.fn((change: () => unknown) => {
    const finished = Promise.resolve().then(change);
    return { finished, skipTransition: () => {} };
  });
  Object.assign(document, { startViewTransition: move });
  Object.assign(window, { matchMedia: () => ({ matches: true }) });
  return { move };
});

beforeEach(() => void move.mockClear());

/** The page of a product as it came from the server, taken over but for a part whose code is held back. */
async function arrive() {
  let deliver: () => void = () => undefined;
  const code = new Promise<{ default: ComponentType }>((resolve) => {
    deliver = () => resolve({ default: () => <p>Folds</p> });
  });
  const Part = lazy(() => code);
  const product = (
    <>
      <RouterAnchor href="/p/other">Other</RouterAnchor>
      <LatePart>
        <Part />
      </LatePart>
    </>
  );
  document.body.innerHTML =
    '<div id="root"><a href="/p/other" data-discover="true">Other</a><!--$--><p>Folds</p><!--/$--></div>';
  const [root] = document.body.children;
  const link = document.querySelector('a');
  const part = document.querySelector('p');
  if (!root || !link || !part) throw new Error('The page is not complete.');
  const routes = [
    { path: '/', element: product },
    { path: 'p/other', element: <h1>Other</h1> },
  ];
  const router = createMemoryRouter(routes, { hydrationData: {} });
  const onRecoverableError = vi.fn();
  const page = hydrateRoot(root, <RouterProvider router={router} flushSync={atOnce} />, { onRecoverableError });
  onTestFinished(() => {
    page.unmount();
    document.body.replaceChildren();
  });
  await vi.waitFor(() => expect(isTaken(link)).toBe(true));
  return { link, part, deliver, onRecoverableError };
}

const arrived = () => vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull());

test('a product can be opened before the code of a part is there, which stays where it is until then', async () => {
  const { link, part, onRecoverableError } = await arrive();
  const seen: boolean[] = [];
  const watcher = new MutationObserver(() => seen.push(part.isConnected || document.querySelector('h1') !== null));
  watcher.observe(document.body, { childList: true, subtree: true });
  link.click();
  await arrived();
  await vi.waitFor(() => expect(seen).toContain(true));
  expect(seen).not.toContain(false);
  expect(onRecoverableError).not.toHaveBeenCalled();
});

test('it grows out of its card once all of the page is there', async () => {
  const { link, part, deliver } = await arrive();
  deliver();
  await vi.waitFor(() => expect(isTaken(part)).toBe(true));
  link.click();
  await arrived();
  expect(move).toHaveBeenCalledOnce();
});
