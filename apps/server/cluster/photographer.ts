import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { z } from 'zod';
import type { Check } from '../torture/books/check.ts';
import { logIn } from '../torture/log-in.ts';

const PAUSE_MS = 1500;
const PATIENCE_MS = 10_000;
const SIDE = 40;

const uploaded = z.object({ url: z.string() });

/** An admin who uploads one image after the other, each of a colour of its own, and remembers which were told to be there. */
export class Photographer {
  /** The address of each, and its colour. */
  readonly #told: { url: string; colour: number }[] = [];
  #cookie = '';

  constructor(private readonly origin: string) {}

  /** Resolves when `isOver`. */
  async work(isOver: () => boolean): Promise<void> {
    for (let n = 0; !isOver(); n++) {
      // No answer, or one that says that nothing could be kept: nothing was promised.
      await this.#upload((n * 4099) % 0xffffff).catch(() => undefined);
      await sleep(PAUSE_MS);
    }
  }

  /** Looks at all of them. */
  async check(): Promise<Check> {
    const differences: string[] = [];
    for (const { url, colour } of this.#told) {
      const seen = await this.#colourOf(url).catch(() => 'missing');
      if (seen !== colour) differences.push(`${url} is ${seen}, and was ${colour}`);
    }
    const promise = 'every image that an admin was told is kept can be seen';
    return { promise, compared: this.#told.length, differences };
  }

  async #upload(colour: number): Promise<void> {
    this.#cookie ||= await logIn(this.origin, AbortSignal.timeout(PATIENCE_MS));
    const background = { r: colour >> 16, g: (colour >> 8) & 255, b: colour & 255 };
    const png = await sharp({ create: { width: SIDE, height: SIDE, channels: 3, background } })
      .png()
      .toBuffer();
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(png)]), 'colour.png');
    const response = await this.#ask('/admin/images', { method: 'POST', body, headers: { cookie: this.#cookie } });
    if (response.status === 401) this.#cookie = '';
    if (response.ok) this.#told.push({ url: uploaded.parse(await response.json()).url, colour });
  }

  /** Compressed as it is, by a few shades at most: the original's colour if it is close. */
  async #colourOf(url: string): Promise<number | string> {
    const told = this.#told.find((one) => one.url === url)?.colour ?? 0;
    const response = await this.#ask(url);
    if (!response.ok) return response.status.toString();
    const { channels } = await sharp(Buffer.from(await response.arrayBuffer())).stats();
    const isClose = channels.slice(0, 3).every(({ mean }, n) => Math.abs(mean - ((told >> (16 - 8 * n)) & 255)) < 16);
    return isClose ? told : channels.map(({ mean }) => Math.round(mean)).join();
  }

  #ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.origin + path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  }
}
