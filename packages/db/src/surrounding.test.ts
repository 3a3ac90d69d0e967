import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Surrounding } from './surrounding.ts';

const colour = new Surrounding<string | null>();
const size = new Surrounding<number>();
const seen = async () => {
  await sleep(1);
  return [colour.get(), size.get()];
};

test('what surrounds code is seen by all that it waits for, the innermost of each kind', async () => {
  expect(await seen()).toEqual([undefined, undefined]);
  await colour.run('red', async () => {
    expect(await size.run(1, () => colour.run('blue', seen))).toEqual(['blue', 1]);
    expect(await size.run(2, () => colour.run(null, seen))).toEqual([null, 2]);
    expect(await seen()).toEqual(['red', undefined]);
  });
  expect(await seen()).toEqual([undefined, undefined]);
});

test('what runs at the same time is surrounded with values of its own', async () => {
  const all = await Promise.all([1, 2, 3].map((value) => size.run(value, seen)));
  expect(all).toEqual([1, 2, 3].map((value) => [undefined, value]));
});
