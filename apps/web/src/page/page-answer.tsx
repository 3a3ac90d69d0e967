import { createContext, useContext, useEffect } from 'react';
import { Navigate, useHref, useLocation } from 'react-router';
import type { Head } from '../head/head.ts';
import { applyHead } from './apply-head.ts';

/** What the server answers with a page beside its markup; pages write it while they are rendered. */
export interface PageAnswer {
  status: number;
  location?: string;
  /** The query of the URL that was asked for, with what no page reads: '?utm_source=x', or empty. */
  readonly search: string;
  /** Null as long as no page has said one. */
  head: Head | null;
  /** The store's own, for absolute addresses. */
  readonly origin: string;
}

/** Null in the browser. */
export const PageAnswerContext = createContext<PageAnswer | null>(null);

/**
 * What the page says of itself: in the server's answer, and in the document while it is shown. `make` returns null while
 * that is not known, or if a component in the page says it instead.
 */
export function useHead(make: (origin: string) => Head | null): void {
  const answer = useContext(PageAnswerContext);
  const head = make(answer?.origin ?? location.origin);
  if (answer && head) answer.head = head;
  // Renderings that change nothing of it leave the document alone.
  const said = JSON.stringify(head);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is the head.
  useEffect(() => {
    if (head) void applyHead(head);
  }, [said]);
}

/** The HTTP status of a page that is not what was asked for. */
export function useStatus(status: 404 | 410): void {
  const answer = useContext(PageAnswerContext);
  if (answer) answer.status = status;
}

interface MovedProps {
  to: string;
  /** False if the query is not for the page that this leads to. */
  keepsQuery?: boolean;
}

/** Leads to the page's present address, for good: 301 from the server. */
export function Moved({ to, keepsQuery = true }: MovedProps) {
  const answer = useContext(PageAnswerContext);
  const { search, hash } = useLocation();
  const href = useHref(to);
  if (!answer) return <Navigate to={keepsQuery ? { pathname: to, search, hash } : to} replace />;
  answer.status = 301;
  answer.location = href + (keepsQuery ? answer.search : '');
  return null;
}
