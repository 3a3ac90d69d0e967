import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { PrintedDocument } from '../printed-document.ts';
import { renderInvoice } from './render.ts';

/** Documents never change. Who gets one by mail may soon open it, too, and printing takes far longer than sending. */
const KEPT = 50;

/** Prints documents as PDFs, one at a time, so that many at once take no more memory than one. */
export class DocumentPrinter {
  readonly #printed = new LRUCache<string, Promise<Buffer>>({ max: KEPT });
  readonly #limit = pLimit(1);

  /** @param render prints one document, possibly on another thread. */
  constructor(private readonly render: (document: PrintedDocument) => Promise<Uint8Array> = renderInvoice) {}

  print(document: PrintedDocument): Promise<Buffer> {
    const { number } = document;
    const kept = this.#printed.get(number);
    if (kept) return kept;
    const printing = this.#limit(async () => Buffer.from(await this.render(document)));
    this.#printed.set(number, printing);
    printing.catch(() => this.#printed.delete(number));
    return printing;
  }
}
