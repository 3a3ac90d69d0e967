import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from './transport.ts';

/** A message in the form that Nodemailer takes. */
export function optionsFor({ to, ...message }: MailMessage): SendMailOptions {
  return {
    ...message,
    // As an object, so that no character of the address is read as the end of it.
    to: { name: '', address: to },
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
