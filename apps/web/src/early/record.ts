/*
 * Stands in every page's head, as it is: imports nothing. A page is there before its code is, and on a slow line somebody
 * types and presses in the meantime. It is noted here, instead of being lost, or sent by the browser in its own way.
 */
import type { Early } from './early.ts';

function record(): Early {
  const fields: Early['fields'] = new Map();
  const watching = new AbortController();
  const presses: Early['presses'] = [];
  const early: Early = { fields, presses, stop: () => watching.abort() };
  const options = { capture: true, signal: watching.signal };
  const isTick = (target: unknown): target is HTMLInputElement =>
    target instanceof HTMLInputElement && /checkbox|radio/.test(target.type);
  for (const type of ['input', 'change']) {
    addEventListener(
      type,
      (event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
        fields.set(target, isTick(target) ? target.checked : target.value);
        // React, if it listens already, would take the page over within the event, reset the field, and be told of that.
        event.stopPropagation();
      },
      options,
    );
  }
  addEventListener(
    'click',
    (event) => {
      if (isTick(event.target)) event.stopPropagation();
      const target = event.target instanceof Element ? event.target.closest('button') : null;
      if (!target) return;
      event.preventDefault();
      if (presses.at(-1)?.target !== target) presses.push({ target });
    },
    options,
  );
  addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Enter' && target instanceof HTMLInputElement && !target.form) presses.push({ target, key });
    },
    options,
  );
  addEventListener('submit', (event) => event.preventDefault(), options);
  return early;
}

window.early = record();
