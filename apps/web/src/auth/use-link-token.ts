import { useLocation } from 'react-router';

/**
 * The token of a mailed link. It comes after the #, which browsers send to no server: so it is in no log, and no other
 * site learns it as the referrer. Empty if it is missing.
 */
export function useLinkToken(): string {
  const { hash } = useLocation();
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}
