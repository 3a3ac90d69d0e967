import type { ComposedMail } from '../mail/compose.ts';
import type { MailAttachment } from '../mail/template.ts';

/** A mail ready to be sent. */
export interface MailMessage extends Pick<ComposedMail, 'subject' | 'html' | 'text'> {
  attachments: MailAttachment[];
  /** The same each time it is sent, so that mailboxes recognise a double: `<42.k3j@shop.example>`. */
  messageId: string;
  from: string;
  to: string;
}

/** Where mails go. */
export interface MailTransport {
  /** Resolves once the message has been accepted. @throws what the other side said if it was not. */
  send(message: MailMessage): Promise<void>;
  /** Closes what is open between two messages. */
  close(): void;
}
