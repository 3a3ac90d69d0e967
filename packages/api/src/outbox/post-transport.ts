import { SECOND_MS } from '../shared/dates.ts';
import type { MailMessage, MailTransport } from './transport.ts';

const TIMEOUT_MS = 10 * SECOND_MS;

/** Posts what is for one URL, and leaves everything else to another transport. Only that URL is ever called. */
export class PostTransport implements MailTransport {
  constructor(
    private readonly url: string,
    private readonly others: MailTransport,
  ) {}

  async send(message: MailMessage): Promise<void> {
    if (message.to !== this.url) return this.others.send(message);
    const [file] = message.attachments;
    if (!file) throw new Error('There is nothing to post.');
    const { status, ok } = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': file.contentType, 'idempotency-key': message.messageId },
      body: new Uint8Array(file.content),
      // Whoever answers for another address is not who was named.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!ok) throw new Error(`The server answered with the status ${status}.`);
  }

  close(): void {
    this.others.close();
  }
}
