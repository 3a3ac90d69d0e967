import { createHash } from 'node:crypto';
import type { Thumbnails } from '../images/thumbnails.ts';

/** Beyond these, lines have none: a mail of a hundred lines stays small enough to be shown whole. */
const MOST = 20;

/** A picture within a mail. */
export interface MailPicture {
  /** What `cid:` in the mail's HTML refers to. */
  cid: string;
  /** JPEG. */
  content: Buffer;
}

/**
 * The pictures of one mail. They are part of it rather than addresses in the store: mail programs show those at once, while they
 * keep others back until the reader asks for them, ask the store for them whenever the mail is read, and cannot reach a store
 * that is not public.
 */
export class MailPictures {
  readonly #shown = new Map<string, Promise<MailPicture | null>>();

  constructor(private readonly thumbnails: Thumbnails) {}

  /** The address within the mail of a product's image; null if the mail has no picture of it. */
  async show(imageUrl: string | null): Promise<string | null> {
    if (imageUrl === null) return null;
    if (!this.#shown.has(imageUrl) && this.#shown.size >= MOST) return null;
    const showing = this.#shown.get(imageUrl) ?? this.#picture(imageUrl);
    this.#shown.set(imageUrl, showing);
    const picture = await showing;
    return picture && `cid:${picture.cid}`;
  }

  /** Those that are shown. */
  async all(): Promise<MailPicture[]> {
    return (await Promise.all(this.#shown.values())).filter((picture) => picture !== null);
  }

  async #picture(imageUrl: string): Promise<MailPicture | null> {
    const content = await this.thumbnails.of(imageUrl);
    const name = createHash('sha256').update(imageUrl).digest('hex').slice(0, 16);
    return content && { cid: `${name}@lantern`, content };
  }
}

/** A mail's HTML with its pictures in it, as a page shows it that no mail program takes apart. */
export function withPictures(html: string, pictures: MailPicture[]): string {
  return pictures.reduce(
    (page, { cid, content }) => page.replaceAll(`cid:${cid}`, `data:image/jpeg;base64,${content.toString('base64')}`),
    html,
  );
}
