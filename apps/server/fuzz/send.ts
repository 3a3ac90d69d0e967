import { Agent, request as open } from 'node:http';
import type { FuzzRequest } from './request.ts';

/** What came back; `status` is 0 if the connection ended without an answer. */
export interface FuzzAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  ms: number;
}

/** Sends requests over connections that are kept open. */
export class Sender implements Disposable {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly url: string) {}

  async send(request: FuzzRequest, cookie: string): Promise<FuzzAnswer> {
    const answer = await this.#attempt(request, cookie);
    // The server may have closed a connection that was kept open; a client sends the request again then.
    return answer === 'stale' ? this.send(request, cookie) : answer;
  }

  #attempt(
    { method, path, headers, body, encoding = 'utf8' }: FuzzRequest,
    cookie: string,
  ): Promise<FuzzAnswer | 'stale'> {
    const begun = performance.now();
    const sent = body === undefined ? undefined : Buffer.from(body, encoding);
    return new Promise((resolve) => {
      const done = (answer: Omit<FuzzAnswer, 'ms'>) => resolve({ ...answer, ms: performance.now() - begun });
      const request = open(this.url, { method, path, agent: this.#agent });
      // A second line of it would be refused before anything looks at what it says.
      if (headers.some(([name]) => name.toLowerCase() === 'host')) request.removeHeader('host');
      for (const [name, value] of headers) request.appendHeader(name, value);
      if (cookie) request.appendHeader('cookie', cookie);
      if (sent) request.setHeader('content-length', sent.length);
      request.on('error', (error) => {
        if (request.reusedSocket) resolve('stale');
        else done({ status: 0, headers: {}, text: error.message });
      });
      request.on('response', (response) => {
        const { statusCode: status = 0, headers: got } = response;
        const chunks: Buffer[] = [];
        const answered = () => done({ status, headers: got, text: Buffer.concat(chunks).toString() });
        // A live stream does not end by itself.
        if (got['content-type']?.startsWith('text/event-stream')) {
          response.destroy();
          return answered();
        }
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('close', answered);
      });
      request.end(sent);
    });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}
