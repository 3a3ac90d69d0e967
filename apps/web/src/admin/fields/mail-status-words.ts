import type { mailStatuses } from '@lantern/api/outbox/schema';

/** The statuses of a mail in words. */
export const mailStatusWords: Record<(typeof mailStatuses)[number], string> = {
  queued: 'Waiting',
  sent: 'Sent',
  failed: 'Failed',
};
