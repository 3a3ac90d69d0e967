/**
 * The language of a mail that is about no order: the account's own. An account from before that was kept has none, nor has a
 * mailbox without one: then that of the page which asks for the mail.
 */
export function mailLanguage(account: { language: string | null } | null, page: string): string {
  return account?.language ?? page;
}
