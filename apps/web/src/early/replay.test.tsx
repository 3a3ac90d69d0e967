// @vitest-environment happy-dom
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Early } from './early.ts';
import { replayEarly } from './replay.ts';
import { aWhile, pageWithLatePart } from './testing/late-part.tsx';

/* A part of a page whose code comes later than that of the page around it, as of an empty list. */

const MARKUP = '<button type="button">Buy</button><!--$--><button type="button">Clear</button><!--/$-->';

/** The page as it came from the server, and how its code arrives. */
function arrive() {
  const onPress = { buy: vi.fn(), clear: vi.fn() };
  // biome-ignore lint/correctness/noComponentHookFactories: each test has a page of its own.
  const Clear = () => (
    <button type="button" onClick={onPress.clear}>
      Clear
    </button>
  );
  const first = (
    <button type="button" onClick={onPress.buy}>
      Buy
    </button>
  );
  const { arriveLate, takeOver } = pageWithLatePart(MARKUP, first, Clear);
  const [buy, clear] = document.querySelectorAll('button');
  if (!buy || !clear) throw new Error('The page is not complete.');
  return {
    ...{ buy, clear, onPress, arriveLate },
    takeOver: (pressed: HTMLElement | null) => takeOver({ presses: pressed ? [{ target: pressed }] : [] }),
  };
}

test('what was pressed early takes effect once, where the code is there', async () => {
  const { buy, onPress, takeOver } = arrive();
  await takeOver(buy);
  await vi.waitFor(() => expect(onPress.buy).toHaveBeenCalled());
  await aWhile();
  expect(onPress.buy).toHaveBeenCalledTimes(1);
});

test('in a part that comes later, it takes effect once as soon as that is there', async () => {
  const { clear, onPress, takeOver, arriveLate } = arrive();
  await takeOver(clear);
  await aWhile();
  expect(onPress.clear).not.toHaveBeenCalled();
  arriveLate();
  await vi.waitFor(() => expect(onPress.clear).toHaveBeenCalled());
  await aWhile();
  expect(onPress.clear).toHaveBeenCalledTimes(1);
});

test('so does what is pressed there after the page around it has come', async () => {
  const { buy, clear, onPress, takeOver, arriveLate } = arrive();
  await takeOver(null);
  clear.click();
  buy.click();
  expect([onPress.buy, onPress.clear].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  arriveLate();
  await vi.waitFor(() => expect(onPress.clear).toHaveBeenCalled());
  clear.click();
  await aWhile();
  expect(onPress.clear).toHaveBeenCalledTimes(2);
});

test.each<[what: string, noted: (field: Element, more: HTMLElement) => Partial<Early>, quantity: number]>([
  ['pressed', (_, more) => ({ presses: [{ target: more }] }), 2],
  ['typed', (field) => ({ fields: new Map([[field, '3']]) }), 3],
])('a quantity that was %s early counts for what was pressed after it', async (_, noted, quantity) => {
  const onBuy = vi.fn();
  // biome-ignore lint/correctness/noComponentHookFactories: each test has a page of its own.
  function Page() {
    const [wanted, setWanted] = useState(1);
    useEffect(replayEarly, []);
    return (
      <>
        <QuantityStepper value={wanted} onChange={setWanted} />
        <button type="button" onClick={() => onBuy(wanted)}>
          Buy
        </button>
      </>
    );
  }
  document.body.innerHTML = `<div id="root">${renderToString(<Page />)}</div>`;
  const [root] = document.body.children;
  const field = document.querySelector('input');
  const [, more, buy] = document.querySelectorAll('button');
  if (!root || !field || !more || !buy) throw new Error('The page is not complete.');
  const { fields = new Map(), presses = [] } = noted(field, more);
  window.early = { fields, presses: [...presses, { target: buy }], stop: vi.fn() };
  const page = hydrateRoot(root, <Page />);
  onTestFinished(() => {
    page.unmount();
    document.body.replaceChildren();
  });
  await vi.waitFor(() => expect(onBuy).toHaveBeenCalled());
  await aWhile();
  expect(onBuy.mock.calls).toEqual([[quantity]]);
});
