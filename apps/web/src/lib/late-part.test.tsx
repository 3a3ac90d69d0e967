// @vitest-environment happy-dom
import { type ComponentType, lazy, useReducer } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { createMemoryRouter, RouterProvider, useLocation, useNavigate } from 'react-router';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isTaken } from '../early/is-taken.ts';
import { atOnce } from './at-once.ts';
import { LatePart } from './late-part.tsx';

/** A page as it came from the server, taken over but for a part whose code is held back. */
async function arrive() {
  let deliver: () => void = () => undefined;
  const code = new Promise<{ default: ComponentType<{ stock: number }> }>((resolve) => {
    deliver = () => resolve({ default: ({ stock }) => <p>{stock}</p> });
  });
  const Part = lazy(() => code);
  const page = { sell: () => {}, go: () => {} };
  // biome-ignore lint/correctness/noComponentHookFactories: each test has a page of its own.
  function Page() {
    const [stock, sell] = useReducer((left: number) => left - 1, 3);
    const { search } = useLocation();
    const navigate = useNavigate();
    Object.assign(page, { sell, go: () => navigate('?sku=B', { flushSync: true }) });
    return (
      <>
        <b>{stock + search}</b>
        <LatePart>
          <Part stock={stock} />
        </LatePart>
      </>
    );
  }
  document.body.innerHTML = '<div id="root"><b>3</b><!--$--><p>3</p><!--/$--></div>';
  const [root] = document.body.children;
  const shown = document.querySelector('b');
  const part = document.querySelector('p');
  if (!root || !shown || !part) throw new Error('The page is not complete.');
  const router = createMemoryRouter([{ path: '*', Component: Page }], { hydrationData: {} });
  const onRecoverableError = vi.fn();
  const taken = hydrateRoot(root, <RouterProvider router={router} flushSync={atOnce} />, { onRecoverableError });
  onTestFinished(() => {
    taken.unmount();
    document.body.replaceChildren();
  });
  await vi.waitFor(() => expect(isTaken(shown)).toBe(true));
  return { page, shown, part, deliver, onRecoverableError };
}

test('what changes around a part before its code is there leaves it where it is, and it follows', async () => {
  const { page, shown, part, deliver, onRecoverableError } = await arrive();
  flushSync(() => page.sell());
  flushSync(() => page.sell());
  expect(shown.textContent).toBe('1');
  expect([part.isConnected, part.textContent]).toEqual([true, '3']);
  deliver();
  await vi.waitFor(() => expect(part.textContent).toBe('1'));
  expect(part.isConnected).toBe(true);
  expect(onRecoverableError).not.toHaveBeenCalled();
});

test('so does another address, which the page follows once the code is there', async () => {
  const { page, shown, part, deliver, onRecoverableError } = await arrive();
  page.go();
  page.sell();
  await vi.waitFor(() => expect(shown.textContent).toBe('2'));
  expect([part.isConnected, part.textContent]).toEqual([true, '3']);
  deliver();
  await vi.waitFor(() => expect(shown.textContent).toBe('2?sku=B'));
  await vi.waitFor(() => expect(part.textContent).toBe('2'));
  expect(part.isConnected).toBe(true);
  expect(onRecoverableError).not.toHaveBeenCalled();
});

test('an address is followed at once where no part is awaited any more', async () => {
  const { page, shown, part, deliver } = await arrive();
  deliver();
  await vi.waitFor(() => expect(isTaken(part)).toBe(true));
  page.go();
  expect(shown.textContent).toBe('3?sku=B');
});
