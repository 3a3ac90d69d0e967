// @vitest-environment happy-dom
import { type ComponentType, lazy } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isTaken } from '../early/is-taken.ts';
import { atOnce } from '../lib/at-once.ts';
import { LatePart } from '../lib/late-part.tsx';
import { useFilters } from './use-filters.ts';

const Empty = () => <p className="empty-state">No products match</p>;
let arrive: () => void = () => undefined;
const code = new Promise<{ default: ComponentType }>((resolve) => {
  arrive = () => resolve({ default: Empty });
});
const Late = lazy(() => code);

function List() {
  const { filters, change } = useFilters();
  return (
    <>
      <button type="button" onClick={() => change({ sort: 'name' })}>
        {filters.sort ?? 'newest'}
      </button>
      <LatePart>
        <Late key={filters.sort} />
      </LatePart>
    </>
  );
}

test('a filter that is changed before the code of an empty list is there leaves its words where they are', async () => {
  document.body.innerHTML =
    '<div id="root"><button type="button">newest</button><!--$--><p class="empty-state">No products match</p><!--/$--></div>';
  const [root] = document.body.children;
  const button = document.querySelector('button');
  if (!root || !button) throw new Error('The page is not complete.');
  const router = createBrowserRouter([{ path: '*', Component: List }], { hydrationData: {} });
  const onRecoverableError = vi.fn();
  const page = hydrateRoot(root, <RouterProvider router={router} flushSync={atOnce} />, { onRecoverableError });
  onTestFinished(() => {
    page.unmount();
    document.body.replaceChildren();
  });
  await vi.waitFor(() => expect(isTaken(button)).toBe(true));
  button.click();
  await vi.waitFor(() => expect(window.location.search).toBe('?sort=name'));
  expect(document.querySelector('.empty-state')).not.toBeNull();
  arrive();
  await vi.waitFor(() => expect(button.textContent).toBe('name'));
  expect(document.querySelector('.empty-state')).not.toBeNull();
  expect(onRecoverableError).not.toHaveBeenCalled();
});
