import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One open `admin.activity.stream`, as bytes: parsing them would take the time that is to be measured. */
export class Follower implements Disposable {
  /** From the time in an entry to its arrival, in milliseconds. */
  readonly waits: number[] = [];

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      // The time is set just before the commit, so this is slightly more than the time from commit to arrival.
      for (const [, at = ''] of chunk.matchAll(/"at":"([^"]+)"/g)) this.waits.push(Date.now() - Date.parse(at));
    });
  }

  /** Resolves once the stream is open. @param cookie `session=…` */
  static async open(url: string, cookie: string): Promise<Follower> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `GET /trpc/admin.activity.stream HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
        `Accept: text/event-stream\r\nCookie: ${cookie}\r\n\r\n`,
    );
    const follower = new Follower(socket);
    await once(socket, 'data');
    return follower;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
