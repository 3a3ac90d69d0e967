import type { CDPSession } from '@playwright/test';

/** What a response is, by its media type. */
export type Kind = 'html' | 'script' | 'style' | 'font' | 'image' | 'data';

const KINDS: [RegExp, Kind][] = [
  [/^text\/html/, 'html'],
  [/javascript/, 'script'],
  [/^text\/css/, 'style'],
  [/font/, 'font'],
  [/^image\//, 'image'],
];

const kindOf = (mimeType: string): Kind => KINDS.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'data';

interface Request {
  url: string;
  /** In seconds since the epoch. */
  began: number;
  /** In seconds, by a clock that starts anywhere. */
  sent: number;
  /** By the same clock; NaN until it is there. */
  answered: number;
  kind: Kind;
  /** Of the headers of the answer. */
  headerBytes: number;
  /** Of its body, compressed as it was transferred. */
  bytes: number;
}

/** The requests of one page, by what the browser says about its network. */
export class Traffic {
  readonly #requests = new Map<string, Request>();
  readonly #open = new Set<string>();
  #lastEvent = performance.now();

  /** Watches a page, from its next request on. */
  static async watch(devtools: CDPSession): Promise<Traffic> {
    const traffic = new Traffic();
    devtools.on('Network.requestWillBeSent', ({ requestId, request: { url }, wallTime, timestamp }) => {
      if (url.startsWith('http')) traffic.#begin(requestId, { url, began: wallTime, sent: timestamp });
    });
    devtools.on('Network.responseReceived', ({ requestId, response, timestamp }) => {
      const request = traffic.#requests.get(requestId);
      if (request)
        Object.assign(request, {
          kind: kindOf(response.mimeType),
          answered: timestamp,
          headerBytes: response.encodedDataLength,
        });
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      traffic.#end(requestId, encodedDataLength),
    );
    devtools.on('Network.loadingFailed', ({ requestId }) => traffic.#end(requestId, 0));
    await devtools.send('Network.enable');
    return traffic;
  }

  #begin(id: string, request: Pick<Request, 'url' | 'began' | 'sent'>): void {
    this.#requests.set(id, { ...request, answered: Number.NaN, kind: 'data', headerBytes: 0, bytes: 0 });
    this.#open.add(id);
    this.#lastEvent = performance.now();
  }

  /** @param bytes of headers and body. */
  #end(id: string, bytes: number): void {
    const request = this.#requests.get(id);
    if (!request) return;
    request.bytes = Math.max(0, bytes - request.headerBytes);
    this.#open.delete(id);
    this.#lastEvent = performance.now();
  }

  /** For how long nothing has been asked for or arrived, in milliseconds; 0 while a request is under way. */
  quietFor(): number {
    return this.#open.size > 0 ? 0 : performance.now() - this.#lastEvent;
  }

  get count(): number {
    return this.#requests.size;
  }

  /**
   * How long the first answer took, in milliseconds. The page's own `responseStart` is that of the connection, before
   * the slow line is applied.
   */
  firstByte(): number {
    const [first] = this.#requests.values();
    return first ? (first.answered - first.sent) * 1000 : Number.NaN;
  }

  /** How many requests began within so many milliseconds after `origin`, a time in milliseconds since the epoch. */
  countWithin(milliseconds: number, origin: number): number {
    return [...this.#requests.values()].filter(({ began }) => began * 1000 - origin < milliseconds).length;
  }

  /** When the first request to a path began, in milliseconds after `origin`; null if there was none. */
  firstTo(path: string, origin: number): number | null {
    const request = [...this.#requests.values()].find(({ url }) => new URL(url).pathname.startsWith(path));
    return request ? request.began * 1000 - origin : null;
  }

  /** The bytes of a kind of response, or of all. */
  bytes(kind?: Kind): number {
    const wanted = [...this.#requests.values()].filter((request) => !kind || request.kind === kind);
    return wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
