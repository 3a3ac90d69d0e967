import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionsFor } from './nodemailer-options.ts';
import type { MailMessage, MailTransport } from './transport.ts';

/** Leaves mails as files in a folder, for a store without an SMTP server: mail programs open them. */
export class FileTransport implements MailTransport {
  constructor(private readonly folder: string) {}

  async send(message: MailMessage): Promise<void> {
    // Loaded when it is first needed.
    const { createTransport } = await import('nodemailer');
    const composer = createTransport({ streamTransport: true, buffer: true });
    const { message: source } = await composer.sendMail(optionsFor(message));
    await mkdir(this.folder, { recursive: true });
    const name = message.messageId.slice(1, -1).replace(/[^\w.@-]/g, '-');
    const file = join(this.folder, `${name}.eml`);
    // Whoever reads the folder sees whole files only.
    await writeFile(`${file}.part`, source);
    await rename(`${file}.part`, file);
  }

  close(): void {
    // Nothing stays open.
  }
}
