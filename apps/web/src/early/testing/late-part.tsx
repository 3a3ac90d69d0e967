import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { expect, onTestFinished, vi } from 'vitest';
import type { Early } from '../early.ts';
import { replayEarly } from '../replay.ts';

/** Longer than anything here waits. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));

/**
 * A page as it came from the server, with a part whose code comes later than that of the page around it, as of an empty list.
 * `markup` is that of `first` and then of `Part`.
 */
export function pageWithLatePart(markup: string, first: ReactNode, Part: ComponentType) {
  document.body.innerHTML = `<div id="root">${markup}</div>`;
  const [root] = document.body.children;
  if (!root) throw new Error('The page is not complete.');
  let arriveLate: () => void = () => undefined;
  const code = new Promise<{ default: ComponentType }>((resolve) => {
    arriveLate = () => resolve({ default: Part });
  });
  const Late = lazy(() => code);
  const isReplayed = vi.fn();
  function Page() {
    useEffect(() => {
      replayEarly();
      isReplayed();
    }, []);
    return (
      <>
        {first}
        <Suspense fallback={null}>
          <Late />
        </Suspense>
      </>
    );
  }
  return {
    arriveLate,
    /** Resolves once the page has been taken over but for that part. `early` is what was done before. */
    async takeOver(early: Partial<Pick<Early, 'fields' | 'presses'>> = {}) {
      window.early = { fields: new Map(), presses: [], ...early, stop: vi.fn() };
      const page = hydrateRoot(root, <Page />);
      onTestFinished(() => {
        page.unmount();
        document.body.replaceChildren();
      });
      await vi.waitFor(() => expect(isReplayed).toHaveBeenCalled());
    },
  };
}
