import { EventEmitter } from 'node:events';
import { MessageChannel, type Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { here, remote, serve } from './remote.ts';

class Counter {
  #count = 0;

  add(by: number): number {
    this.#count += by;
    return this.#count;
  }

  fail(): never {
    throw new RangeError('too much');
  }
}

const { port1, port2 } = new MessageChannel();
afterEach(() => void port1.close());

/** What stands at the other end of a port looks like a worker to this one. */
function workerAt(port: typeof port1): Worker {
  const worker = new EventEmitter();
  port.on('message', (message) => worker.emit('message', message));
  return Object.assign(worker, { postMessage: (message: unknown) => port.postMessage(message) }) as unknown as Worker;
}

test('methods of an object on another thread are called in turn, and fail with their own error', async () => {
  serve(port2, new Counter());
  const worker = workerAt(port1);
  const counter = remote<Counter>(worker);
  expect(await Promise.all([counter.add(2), counter.add(3)])).toEqual([2, 5]);
  await expect(counter.fail()).rejects.toThrow('too much');
  const unanswered = counter.add(1);
  worker.emit('exit', 1);
  await expect(unanswered).rejects.toThrow('The thread has ended.');
});

test('an object of this thread can be called in the same way, also as the result of a promise', async () => {
  const counter = await Promise.resolve(here(new Counter()));
  expect(await counter.add(2)).toBe(2);
  await expect(counter.fail()).rejects.toThrow('too much');
});
