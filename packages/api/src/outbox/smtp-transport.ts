import type { Transporter } from 'nodemailer';
import { SECOND_MS } from '../shared/dates.ts';
import { optionsFor } from './nodemailer-options.ts';
import type { MailMessage, MailTransport } from './transport.ts';

/** How long a silent server is waited for; together less than a stopping server waits for its work. */
const TIMEOUT_MS = 10 * SECOND_MS;

/** Sends mails through an SMTP server, over connections that stay open between them. */
export class SmtpTransport implements MailTransport {
  #transporter: Promise<Transporter> | undefined;

  /** @param url `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  constructor(private readonly url: string) {}

  async send(message: MailMessage): Promise<void> {
    this.#transporter ??= this.#open();
    await (await this.#transporter).sendMail(optionsFor(message));
  }

  close(): void {
    void this.#transporter?.then((transporter) => transporter.close());
  }

  /** Loaded when it is first needed. */
  async #open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url: this.url,
      pool: true,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
  }
}
