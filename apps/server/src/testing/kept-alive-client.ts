import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

/** The status of an answer, or the code of the error that came in its place. */
export interface KeptAliveAnswer {
  status: number | string;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A client that sends everything over one connection, which it keeps; it never repeats a request by itself. */
export class KeptAliveClient implements Disposable {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  get(path: string): Promise<KeptAliveAnswer> {
    return this.#send(path);
  }

  mutate(procedure: string, input: unknown): Promise<KeptAliveAnswer> {
    return this.#send(`/trpc/${procedure}`, JSON.stringify(input));
  }

  #send(path: string, body?: string): Promise<KeptAliveAnswer> {
    const headers: OutgoingHttpHeaders = { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const options = { agent: this.#agent, headers, method: body === undefined ? 'GET' : 'POST' };
    return new Promise((resolve) => {
      const failed = (error: Error) => {
        resolve({ status: 'code' in error ? String(error.code) : error.message, headers: {}, text: '' });
      };
      const sent = request(this.url + path, options, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          this.#cookies.set(name, value);
        }
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('error', failed);
        response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      sent.once('error', failed);
      sent.end(body);
    });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}
