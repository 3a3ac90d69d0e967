// @vitest-environment happy-dom
import { startTransition, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { replayEarly } from './replay.ts';
import { aWhile } from './testing/late-part.tsx';

/* React has begun to listen, but has not taken the page over: whatever it hears of then makes it take over at once. */

const seen = vi.fn();

beforeEach(() => void vi.resetModules());

function Page() {
  const [chosen, setChosen] = useState({ stock: false, colour: 'sand' });
  useEffect(replayEarly, []);
  useEffect(() => seen(chosen), [chosen]);
  return (
    <>
      <input
        type="checkbox"
        checked={chosen.stock}
        onChange={({ target }) => setChosen({ ...chosen, stock: target.checked })}
      />
      {['sand', 'moss'].map((colour) => (
        <input
          key={colour}
          type="radio"
          name="colour"
          checked={chosen.colour === colour}
          onChange={() => setChosen({ ...chosen, colour })}
        />
      ))}
    </>
  );
}

function arrive() {
  document.body.innerHTML = `<div id="root">${renderToString(<Page />)}</div>`;
  const root = document.body.firstElementChild;
  const [stock, , moss] = document.querySelectorAll('input');
  if (!root || !stock || !moss) throw new Error('The page is not complete.');
  startTransition(() => {
    const page = hydrateRoot(root, <Page />);
    onTestFinished(() => {
      page.unmount();
      document.body.replaceChildren();
    });
  });
  return { stock, moss };
}

test.each<[what: string, act: (page: ReturnType<typeof arrive>) => void, chosen: object]>([
  ['by a tick', ({ stock }) => stock.click(), { stock: true }],
  ['among several', ({ moss }) => moss.click(), { colour: 'moss' }],
])('what is chosen %s while the page is being taken over counts', async (_, act, chosen) => {
  await import('./record.ts');
  const page = arrive();
  expect(window.early).toBeDefined();
  act(page);
  await vi.waitFor(() => expect(window.early).toBeUndefined());
  await aWhile();
  expect(seen).toHaveBeenLastCalledWith({ stock: false, colour: 'sand', ...chosen });
  const { stock, moss } = page;
  expect({ stock: stock.checked, colour: moss.checked ? 'moss' : 'sand' }).toMatchObject(chosen);
});
