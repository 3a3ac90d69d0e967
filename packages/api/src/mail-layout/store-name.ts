/** How the store signs its mails. */
export const STORE_NAME = 'Lantern';
