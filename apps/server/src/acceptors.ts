import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, Server } from 'node:net';

declare module 'fastify' {
  interface FastifyInstance {
    acceptors: Acceptors;
  }
}

/** How many connections a turn of the event loop may accept beside the first. */
const FURTHER = 15;
/** Until the handles are there, in milliseconds. Nothing waits for them. */
const PATIENCE_MS = 10_000;

/** What the helping process runs: it sends back what it is sent, as often as it is told to. */
const ECHO = "process.on('message', (times, handle) => { for (let n = 0; n < times; n++) process.send(n, handle); });";

/**
 * Servers on the socket of another one, which pass their connections on to it: libuv accepts one connection for each handle
 * in a turn of the event loop, so that those who connect to a busy server would wait for each other, and whoever is to be
 * refused would hear it last. See docs/decisions/064-many-connections-a-turn.md.
 */
export class Acceptors {
  readonly #servers: Server[] = [];
  #ended: Promise<unknown> | undefined;

  constructor(private readonly main: Server) {}

  /** Opens them, once the main server listens. @throws {Error} if no process can be started, or if it sends nothing. */
  async open(): Promise<void> {
    const helper = spawn(process.execPath, ['-e', ECHO], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} });
    const gone = new Promise((resolve) => helper.once('exit', resolve).once('error', resolve));
    try {
      await this.#receive(helper);
    } finally {
      // As long as it has the handle, the port is open.
      helper.kill('SIGKILL');
      await gone;
    }
  }

  /** How many connections all of them have open. */
  async connections(): Promise<number> {
    const counts = await Promise.all([this.main, ...this.#servers].map(connectionsOf));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Accepts no more. Of an HTTP server, `close` would end idle connections at once. */
  close(): void {
    this.#ended = Promise.all(
      [this.main, ...this.#servers].map(async (server) => {
        Server.prototype.close.call(server);
        await once(server, 'close');
      }),
    );
  }

  /** Resolves when the last connection has ended, after `close`. */
  async ended(): Promise<void> {
    await this.#ended;
  }

  #receive(helper: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The helping process does not answer.')), PATIENCE_MS).unref();
      helper.once('error', reject);
      helper.once('exit', () => reject(new Error('The helping process has ended.')));
      helper.on('message', (_, handle) => {
        const server = createServer((socket) => this.main.emit('connection', socket)).listen(handle);
        server.on('error', (error) => this.main.emit('error', error));
        this.#servers.push(server);
        // Each of them would keep the port open.
        if (this.#ended) server.close();
        if (this.#servers.length < FURTHER) return;
        clearTimeout(late);
        resolve();
      });
      // Sent the server itself, the other process would accept connections, too.
      helper.send(FURTHER, Reflect.get(this.main, '_handle'));
    });
  }
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count));
  });
}
