// @vitest-environment happy-dom
import { lazy, Suspense, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { replayEarly } from './replay.ts';

/* A field in a part of a page whose code comes later than that of the page around it, as of the filters of a list. */

const entered = vi.fn();

function Field() {
  const [value, setValue] = useState('');
  return (
    <input
      value={value}
      onChange={({ target }) => setValue(target.value)}
      onKeyDown={({ key }) => key === 'Enter' && entered(value)}
    />
  );
}

/** The page as it came from the server; resolves once it has been taken over but for the field. */
async function arrive(typedEarly: string | null) {
  document.body.innerHTML = '<div id="root"><p>Prices</p><!--$--><input value=""><!--/$--></div>';
  const [root] = document.body.children;
  const field = document.querySelector('input');
  if (!root || !field) throw new Error('The page is not complete.');
  let arriveLate: () => void = () => undefined;
  const code = new Promise<{ default: typeof Field }>((resolve) => {
    arriveLate = () => resolve({ default: Field });
  });
  const Late = lazy(() => code);
  const isReplayed = vi.fn();
  // biome-ignore lint/correctness/noComponentHookFactories: each test has a page of its own.
  function Page() {
    useEffect(() => {
      replayEarly();
      isReplayed();
    }, []);
    return (
      <>
        <p>Prices</p>
        <Suspense fallback={null}>
          <Late />
        </Suspense>
      </>
    );
  }
  entered.mockClear();
  window.early = { fields: new Map(), presses: [], stop: vi.fn() };
  if (typedEarly !== null) {
    field.value = typedEarly;
    window.early.fields.set(field, typedEarly);
    window.early.presses.push({ target: field, key: 'Enter' });
  }
  const page = hydrateRoot(root, <Page />);
  onTestFinished(() => {
    page.unmount();
    document.body.replaceChildren();
  });
  await vi.waitFor(() => expect(isReplayed).toHaveBeenCalled());
  return { field, arriveLate };
}

/** Longer than anything here waits. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));

test('what was typed and entered before any code is there once the code of the field is', async () => {
  const { field, arriveLate } = await arrive('1,000');
  await aWhile();
  arriveLate();
  await vi.waitFor(() => expect(entered).toHaveBeenCalledWith('1,000'));
  expect(field.value).toBe('1,000');
  await aWhile();
  expect(entered).toHaveBeenCalledTimes(1);
});

test('so is what is typed there after the page around it has come, as it was last', async () => {
  const { field, arriveLate } = await arrive(null);
  for (const typed of ['1', '10']) {
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await aWhile();
  arriveLate();
  await vi.waitFor(() => expect(entered).toHaveBeenCalledWith('10'));
  expect(field.value).toBe('10');
});
