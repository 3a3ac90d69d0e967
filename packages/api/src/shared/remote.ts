import type { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';

/** What is needed of a thread. */
interface Thread extends EventEmitter {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** An object whose methods are called on another thread: the same ones, but each returns a promise. */
export type Remote<T> = {
  [Name in keyof T as T[Name] extends (...args: never[]) => unknown ? Name : never]: T[Name] extends (
    ...args: infer Args
  ) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

interface Call {
  id: number;
  method: string;
  args: unknown[];
}

type Reply = { id: number; result: unknown } | { id: number; error: unknown };

/** The methods of an object of this thread, as if they were remote. */
export function here<T extends object>(target: T): Remote<T> {
  return proxy(async (method, args) => invoke(target, method, args));
}

/**
 * The methods of the object that a thread serves. A call fails with what the method throws, or when the thread ends; the
 * next one starts another thread. One that has had nothing to do for `idleMs` milliseconds is ended, for its memory.
 */
export function remote<T>(start: () => Thread, { idleMs }: { idleMs?: number } = {}): Remote<T> {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: unknown): void }>();
  let thread: Thread | null = null;
  let calls = 0;
  let idle: NodeJS.Timeout | undefined;
  const endIdle = () => {
    thread?.terminate();
    thread = null;
  };
  const onEnd = (error: unknown) => {
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = () => {
    const own = start();
    own.on('message', (reply: Reply) => {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) call?.reject(reply.error);
      else call?.resolve(reply.result);
      if (idleMs !== undefined && waiting.size === 0) idle = setTimeout(endIdle, idleMs).unref();
    });
    own.on('error', onEnd);
    own.on('exit', () => {
      if (thread === own) onEnd(new Error('The thread has ended.'));
    });
    return own;
  };
  return proxy(
    (method, args) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        thread ??= started();
        calls += 1;
        waiting.set(calls, { resolve, reject });
        thread.postMessage({ id: calls, method, args } satisfies Call);
      }),
  );
}

/** Answers the calls that come through `port` with the methods of `target`, which begin one after the other. */
export function serve(port: MessagePort, target: object): void {
  port.on('message', async ({ id, method, args }: Call) => {
    try {
      port.postMessage({ id, result: await invoke(target, method, args) } satisfies Reply);
    } catch (error) {
      port.postMessage({ id, error } satisfies Reply);
    }
  });
}

function invoke(target: object, method: string, args: unknown[]): unknown {
  const value: unknown = Reflect.get(target, method);
  if (typeof value !== 'function') throw new TypeError(`There is no method ${method}.`);
  return Reflect.apply(value, target, args);
}

function proxy<T>(call: (method: string, args: unknown[]) => Promise<unknown>): Remote<T> {
  return new Proxy({} as Remote<T>, {
    // A promise that resolves to a remote object must not take it for another promise.
    get: (_, method) => (method === 'then' ? undefined : (...args: unknown[]) => call(String(method), args)),
  });
}
