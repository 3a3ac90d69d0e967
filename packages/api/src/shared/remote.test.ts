import { EventEmitter, once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
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

/** Threads are the two ends of a channel here. */
class FakeThread extends EventEmitter {
  readonly #channel = new MessageChannel();

  constructor() {
    super();
    serve(this.#channel.port2, new Counter());
    this.#channel.port1.on('message', (message) => this.emit('message', message));
  }

  postMessage(message: unknown): void {
    this.#channel.port1.postMessage(message);
  }

  terminate(): void {
    this.#channel.port1.close();
    this.emit('exit', 1);
  }
}

const threads: FakeThread[] = [];
afterEach(() => {
  for (const thread of threads.splice(0)) thread.terminate();
});

function startThread(): FakeThread {
  const thread = new FakeThread();
  threads.push(thread);
  return thread;
}

test('methods of an object on another thread are called in turn, and fail with their own error', async () => {
  const counter = remote<Counter>(startThread);
  expect(await Promise.all([counter.add(2), counter.add(3)])).toEqual([2, 5]);
  await expect(counter.fail()).rejects.toThrow('too much');
  expect(threads).toHaveLength(1);
});

test('calls fail when the thread ends, and the next one starts another', async () => {
  const counter = remote<Counter>(startThread);
  const unanswered = counter.add(1);
  threads[0]?.terminate();
  await expect(unanswered).rejects.toThrow('The thread has ended.');
  expect(await counter.add(7)).toBe(7);
  expect(threads).toHaveLength(2);
});

test('a thread that has had nothing to do is ended, and the next call starts another', async () => {
  const counter = remote<Counter>(startThread, { idleMs: 20 });
  expect(await Promise.all([counter.add(2), counter.add(3)])).toEqual([2, 5]);
  const [first] = threads;
  if (first) await once(first, 'exit');
  expect(await Promise.all([counter.add(7), counter.add(1)])).toEqual([7, 8]);
  expect(threads).toHaveLength(2);
});

test('an object of this thread can be called in the same way, also as the result of a promise', async () => {
  const counter = await Promise.resolve(here(new Counter()));
  expect(await counter.add(2)).toBe(2);
  await expect(counter.fail()).rejects.toThrow('too much');
});
