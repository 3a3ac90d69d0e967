// @vitest-environment happy-dom
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { aWhile, pageWithLatePart } from './testing/late-part.tsx';

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
  const { arriveLate, takeOver } = pageWithLatePart(
    '<p>Prices</p><!--$--><input value=""><!--/$-->',
    <p>Prices</p>,
    Field,
  );
  const field = document.querySelector('input');
  if (!field) throw new Error('The page is not complete.');
  entered.mockClear();
  if (typedEarly === null) await takeOver();
  else {
    field.value = typedEarly;
    await takeOver({ fields: new Map([[field, typedEarly]]), presses: [{ target: field, key: 'Enter' }] });
  }
  return { field, arriveLate };
}

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
