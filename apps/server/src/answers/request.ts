import type { IncomingMessage } from 'node:http';
import { type CatalogRead, catalogReads } from '@lantern/api/catalog/reads';

const PREFIX = '/trpc/';
const DOMAIN = 'catalog.';

/** How the address of every query of the catalogue begins. */
export const CATALOG_PREFIX = `${PREFIX}${DOMAIN}`;

/** The most queries of a batch; the API refuses more. */
export const MAX_BATCH = 20;

/** Whether a request asks for plain JSON, rather than for a stream of results. */
export function isPlainQuery({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers['trpc-accept'] === undefined && !/jsonl|event-stream/.test(headers.accept ?? '');
}

/** The catalogue's queries that an address consists of; none if it is of anything else. */
export function readsOf(url: string): CatalogRead[] {
  if (!url.startsWith(PREFIX)) return [];
  const [path = ''] = url.slice(PREFIX.length).split('?', 1);
  const reads = path.split(',').map(readOf);
  return reads.every((read) => read !== undefined) ? reads : [];
}

/** The catalogue's query of this path, such as `catalog.list`; undefined for any other. */
export function readOf(path: string): CatalogRead | undefined {
  const name = path.startsWith(DOMAIN) ? path.slice(DOMAIN.length) : '';
  return isRead(name) ? name : undefined;
}

const isRead = (name: string): name is CatalogRead => Object.hasOwn(catalogReads, name);

/** What an address asks of the catalogue. */
export interface CatalogQuery {
  reads: CatalogRead[];
  isBatch: boolean;
  /** The input of each query as it was sent; undefined if it has none. */
  inputs: unknown[];
}

/** Reads an address of the catalogue's queries; undefined for anything that only the API knows how to take. */
export function catalogQuery(url: string): CatalogQuery | undefined {
  const reads = readsOf(url);
  const at = url.indexOf('?');
  const query = new URLSearchParams(at === -1 ? '' : url.slice(at));
  const isBatch = query.get('batch') === '1';
  if (reads.length === 0 || reads.length > (isBatch ? MAX_BATCH : 1)) return undefined;
  const inputs = inputsOf(query.get('input'), isBatch, reads.length);
  return inputs && { reads, isBatch, inputs };
}

/** A batch has the inputs of all its queries in one object, by their place. Undefined if that is not JSON. */
function inputsOf(text: string | null, isBatch: boolean, count: number): unknown[] | undefined {
  let input: unknown;
  try {
    if (text !== null) input = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isBatch) return [input];
  const own = typeof input === 'object' && input !== null ? input : {};
  return Array.from({ length: count }, (_, at) => Reflect.get(own, String(at)));
}
