/* What pages and the service worker say to each other. */

/** A page asks that what this browser has read be forgotten. */
export const FORGET = 'forget';

/** A page has been opened without loading a document. */
export interface Visited {
  /** Its address. */
  visited: string;
}

/** An answer that a page has got is one from before. */
export interface Kept {
  /** When the store gave it, in milliseconds. */
  keptAt: number;
}

export function isVisited(message: unknown): message is Visited {
  return typeof message === 'object' && message !== null && 'visited' in message && typeof message.visited === 'string';
}

export function isKept(message: unknown): message is Kept {
  return typeof message === 'object' && message !== null && 'keptAt' in message && typeof message.keptAt === 'number';
}
