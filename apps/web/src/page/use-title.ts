import { plainHead } from '../head/plain-head.ts';
import { useHead } from './page-answer.tsx';

/** Sets the tab's title, of a page for the one who opens it. */
export function useTitle(title: string): void {
  useHead(() => plainHead(title));
}
