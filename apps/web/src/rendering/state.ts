import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { loadApiWords } from '../lib/api-words.ts';
import { parseJson } from '../lib/parse-json.ts';
import { isShared } from './pending-queries.ts';

/** The id of the element that brings the answers which the page was rendered from. */
export const STATE_ID = 'page-state';

/** The answers that a page was rendered from. Without times, so that the same page is the same text. */
export interface PageState {
  answers: { key: QueryKey; data: unknown }[];
  /** Queries that were refused, with the API's error. */
  errors: { key: QueryKey; error: unknown }[];
}

export function stateOf(client: QueryClient): PageState {
  const state: PageState = { answers: [], errors: [] };
  for (const { queryKey: key, state: query } of client.getQueryCache().getAll()) {
    if (!isShared(key)) continue;
    if (query.status === 'success') state.answers.push({ key, data: query.data });
    if (query.error instanceof TRPCClientError) state.errors.push({ key, error: query.error.shape });
  }
  return state;
}

/** Gives the client the answers that the page was rendered from, as if fetched now. Returns whether it was rendered. */
export async function takeState(client: QueryClient): Promise<boolean> {
  const element = document.getElementById(STATE_ID);
  const state = parseJson(element?.textContent ?? null);
  if (!isState(state)) return false;
  for (const { key, data } of state.answers) client.setQueryData(key, data);
  if (state.errors.length > 0) await loadApiWords();
  for (const { key, error } of state.errors) {
    // Otherwise it would be asked again at once, and the page would flicker.
    client.setQueryDefaults(key, { retryOnMount: false });
    const query = client.getQueryCache().build(client, { queryKey: key });
    query.setState({ status: 'error', error: TRPCClientError.from(Object({ error })), errorUpdateCount: 1 });
  }
  return true;
}

function isState(state: unknown): state is PageState {
  return typeof state === 'object' && state !== null && 'answers' in state && 'errors' in state;
}
