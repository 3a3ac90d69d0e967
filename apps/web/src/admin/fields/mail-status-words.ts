/** The statuses of a mail in words. */
export const mailStatusWords: Record<'queued' | 'sent' | 'failed', string> = {
  queued: 'Waiting',
  sent: 'Sent',
  failed: 'Failed',
};
