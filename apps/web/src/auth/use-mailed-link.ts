import { useLocation } from 'react-router';

interface MailedLink {
  /** Empty if it is missing. */
  token: string;
  /** The id of the account that it is for; null if the link does not say. */
  accountId: number | null;
  /** The email of that account, to be entered in a form; empty if the link does not say. */
  email: string;
}

/**
 * What a mailed link says after the #, which browsers send to no server: so it is in no log, and no other site learns it
 * as the referrer.
 */
export function useMailedLink(): MailedLink {
  const { hash } = useLocation();
  const parts = new URLSearchParams(hash.slice(1));
  return {
    token: parts.get('token') ?? '',
    accountId: Number(parts.get('account')) || null,
    email: parts.get('email') ?? '',
  };
}
