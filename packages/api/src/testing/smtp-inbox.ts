import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

interface InboxOptions {
  /** Holds up each connection, before the greeting. */
  onConnect?(): Promise<void> | void;
  /** Runs when a mail has arrived, before it is accepted; throw to refuse it. */
  onMail?(mail: ParsedMail): Promise<void> | void;
}

/** A real SMTP server with the mails that it has accepted. */
export interface Inbox extends AsyncDisposable {
  url: string;
  mails: ParsedMail[];
  /** Those to one address. */
  to(recipient: string): ParsedMail[];
}

/** Opens an SMTP server on a free port, for tests. */
export async function openInbox({ onConnect, onMail }: InboxOptions = {}): Promise<Inbox> {
  const mails: ParsedMail[] = [];
  const accept = async (mail: ParsedMail) => {
    await onMail?.(mail);
    mails.push(mail);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => settle(Promise.resolve(onConnect?.()), done),
    onData: (stream, _session, done) => settle(simpleParser(stream).then(accept), done),
  });
  // Those that were killed hang up in the middle.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(listening.address())}`,
    mails,
    to: (recipient) => mails.filter((mail) => recipientOf(mail) === recipient),
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** The address that a mail is for. */
export function recipientOf({ to }: ParsedMail): string | undefined {
  return [to].flat()[0]?.value[0]?.address;
}

function settle(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(() => done(), done);
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('It does not listen on a port.');
  return address.port;
}
