import { expect, test, vi } from 'vitest';
import { startMaintenance } from './maintenance.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('a job starts at once, never overlaps itself, and finishes before stop resolves', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  let finish: () => void = () => undefined;
  const slow = async () => {
    most = Math.max(most, ++running);
    runs += 1;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    running -= 1;
  };
  let others = 0;
  const other = async () => {
    others += 1;
  };
  const maintenance = startMaintenance(
    [
      { name: 'slow', everyMs: 1, run: slow },
      { name: 'other', everyMs: 1, run: other },
    ],
    quiet,
  );
  expect(runs).toBe(1);
  // The other job keeps running meanwhile.
  await vi.waitFor(() => expect(others).toBeGreaterThan(5), 20_000);
  expect(runs).toBe(1);
  finish();
  await vi.waitFor(() => expect(runs).toBe(2), 20_000);

  let stopped = false;
  const stopping = maintenance.stop().then(() => {
    stopped = true;
  });
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect([running, most, runs]).toEqual([0, 1, 2]);
});

test('a failed job is logged and retried, and does not affect others', async () => {
  const logged: unknown[] = [];
  const log = { ...quiet, error: (fields: unknown) => logged.push(fields) };
  const error = new Error('Never mind.');
  const counts = { failing: 0, succeeding: 0 };
  const maintenance = startMaintenance(
    [
      {
        name: 'failing',
        everyMs: 1,
        run: async () => {
          counts.failing += 1;
          throw error;
        },
      },
      {
        name: 'succeeding',
        everyMs: 1,
        run: async () => {
          counts.succeeding += 1;
        },
      },
    ],
    log,
  );
  await vi.waitFor(() => expect(Math.min(counts.failing, counts.succeeding)).toBeGreaterThan(2), 20_000);
  await maintenance.stop();
  expect(logged[0]).toEqual({ err: error, job: 'failing' });
  const before = { ...counts };
  await new Promise(setImmediate);
  expect(counts).toEqual(before);
});

test('stop ends the delay of a job at once', async () => {
  let signal: AbortSignal | undefined;
  const run = async (given: AbortSignal) => {
    signal = given;
  };
  const maintenance = startMaintenance([{ name: 'rare', everyMs: 2 ** 30, run }], quiet);
  await maintenance.stop();
  expect(signal?.aborted).toBe(true);
});

test('a job that is woken runs long before its delay is over, also if it was running then', async () => {
  let wake: () => void = () => undefined;
  let runs = 0;
  const run = async () => {
    runs += 1;
    if (runs < 3) wake();
  };
  const onWork = (given: () => void) => {
    wake = given;
  };
  const maintenance = startMaintenance([{ name: 'woken', everyMs: 2 ** 30, run, onWork }], quiet);
  await vi.waitFor(() => expect(runs).toBe(3), 20_000);
  wake();
  await vi.waitFor(() => expect(runs).toBe(4), 20_000);
  await maintenance.stop();
});

test('however many jobs listen for the end, Node sees no leak in it', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  const jobs = Array.from({ length: 20 }, (_, n) => ({ name: String(n), everyMs: 1000, run: async () => undefined }));
  const maintenance = startMaintenance(jobs, quiet);
  await new Promise(setImmediate);
  await maintenance.stop();
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});
