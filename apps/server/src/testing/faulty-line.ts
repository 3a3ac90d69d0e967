import { once } from 'node:events';
import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';

/**
 * What becomes of the connections of a line, old ones and new ones: `refused` ends them and takes no others, `silent`
 * takes them and passes nothing on, and loses it; `frozen` passes it on later. `cut` and `reset` end a connection in the
 * middle of one of its first answers, whichever `random` says, with an end or with an error.
 */
export type Fault = 'refused' | 'silent' | 'frozen' | 'cut' | 'reset';

/** The answers of which one is cut: those to a new connection, and some statements after that. */
const FIRST_ANSWERS = 12;

/** A TCP connection to a server through which everything goes, and which can go wrong. */
export class FaultyLine implements AsyncDisposable {
  #fault: Fault | null = null;
  readonly #pairs = new Set<[client: Socket, server: Socket]>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly target: number,
    private readonly random: () => number,
  ) {
    server.on('connection', (client) => this.#join(client));
  }

  /** A line to a port of this machine. */
  static async to(target: number, random: () => number): Promise<FaultyLine> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('This is not a TCP server.');
    return new FaultyLine(server, address.port, target, random);
  }

  /** How many connections are open. */
  get connections(): number {
    return this.#pairs.size;
  }

  async breakDown(fault: Fault): Promise<void> {
    this.#fault = fault;
    for (const [client, server] of this.#pairs) {
      if (fault === 'refused') client.destroy();
      if (fault === 'frozen') for (const socket of [client, server]) socket.pause();
    }
    if (fault !== 'refused') return;
    this.server.close();
    await once(this.server, 'close');
  }

  async mend(): Promise<void> {
    const fault = this.#fault;
    this.#fault = null;
    for (const pair of this.#pairs) {
      // What was swallowed is missing: whoever still waits for it must not get something else.
      if (fault === 'silent') pair[0].destroy();
      for (const socket of pair) socket.resume();
    }
    if (fault !== 'refused') return;
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const [client] of this.#pairs) client.destroy();
    if (this.server.listening) this.server.close();
  }

  #join(client: Socket): void {
    const server = openSocket(this.target, '127.0.0.1');
    const pair: [Socket, Socket] = [client, server];
    this.#pairs.add(pair);
    let left = Math.ceil(this.random() * FIRST_ANSWERS);
    client.on('data', (chunk) => {
      if (this.#fault !== 'silent') server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (this.#fault === 'silent') return;
      const isCut = (this.#fault === 'cut' || this.#fault === 'reset') && --left <= 0;
      if (!isCut) return void client.write(chunk);
      client.write(chunk.subarray(0, Math.ceil(chunk.length / 2)));
      if (this.#fault === 'reset') client.resetAndDestroy();
      else client.destroySoon();
    });
    for (const [socket, other] of [pair, [server, client] as const]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
      if (this.#fault === 'frozen') socket.pause();
    }
  }
}
