import { parseJson } from './parse-json.ts';

const KEY = 'recently-viewed';
/** More than are shown: some may be no longer sold. */
const MOST = 7;

/** The slugs of the products that this browser has opened, the latest first. Kept in the browser alone. */
export function recentlyViewed(): string[] {
  const slugs = parseJson(read());
  return Array.isArray(slugs) ? slugs.filter((slug): slug is string => typeof slug === 'string').slice(0, MOST) : [];
}

export function noteViewed(slug: string): void {
  write([slug, ...recentlyViewed().filter((other) => other !== slug)].slice(0, MOST));
}

/** For a product that is no longer sold. */
export function forgetViewed(slug: string): void {
  write(recentlyViewed().filter((other) => other !== slug));
}

/** For whoever uses the browser next. */
export function forgetAllViewed(): void {
  write([]);
}

// Browsers can forbid the storage: then nothing is remembered.
function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '[]';
  } catch {
    return '[]';
  }
}

function write(slugs: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(slugs));
  } catch {}
}
