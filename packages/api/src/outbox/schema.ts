/** The statuses of a mail. */
export const mailStatuses = ['queued', 'sent', 'failed'] as const;
