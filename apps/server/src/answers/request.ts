import type { IncomingMessage } from 'node:http';
import { type CatalogRead, catalogReads } from '@lantern/api/catalog/reads';

const PREFIX = '/trpc/';
const DOMAIN = 'catalog.';

/** The most queries of a batch; the API refuses more. */
export const MAX_BATCH = 20;

/** A request that consists of queries of the catalogue only, and asks for plain JSON rather than a stream of results. */
export interface CatalogRequest {
  reads: CatalogRead[];
  isBatch: boolean;
  /** The input of each query as it was sent; undefined if it has none. Null if that is not JSON. */
  inputs(): unknown[] | null;
}

/** What a request asks of the catalogue; undefined if it asks for anything else, or in another way. */
export function catalogRequest({ method, url = '', headers }: IncomingMessage): CatalogRequest | undefined {
  if (method !== 'GET' || !url.startsWith(PREFIX)) return undefined;
  if (headers['trpc-accept'] !== undefined || /jsonl|event-stream/.test(headers.accept ?? '')) return undefined;
  const end = url.indexOf('?');
  const path = url.slice(PREFIX.length, end === -1 ? undefined : end);
  const reads = path.split(',').map((name) => (name.startsWith(DOMAIN) ? name.slice(DOMAIN.length) : ''));
  if (!reads.every(isRead)) return undefined;
  const query = new URLSearchParams(end === -1 ? '' : url.slice(end));
  const isBatch = query.get('batch') === '1';
  if (isBatch ? reads.length > MAX_BATCH : reads.length > 1) return undefined;
  return { reads, isBatch, inputs: () => inputsOf(query.get('input'), isBatch, reads.length) };
}

const isRead = (name: string): name is CatalogRead => Object.hasOwn(catalogReads, name);

/** A batch has the inputs of all its queries in one object, by their place. */
function inputsOf(text: string | null, isBatch: boolean, count: number): unknown[] | null {
  let input: unknown;
  try {
    if (text !== null) input = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isBatch) return [input];
  const own = typeof input === 'object' && input !== null ? input : {};
  return Array.from({ length: count }, (_, at) => Reflect.get(own, String(at)));
}
