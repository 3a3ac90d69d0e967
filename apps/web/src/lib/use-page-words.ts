import { useEffect, useState } from 'react';
import type { ApiSentence } from './api-sentence.ts';
import { hasApiWords, inPageWords, loadApiWords } from './api-words.ts';

/**
 * A sentence that the API says in an answer that is no error, in the page's language; undefined until its words are there, so
 * that nobody reads it in another one first.
 */
export function usePageWords(said: ApiSentence | null): string | undefined {
  const [isLoaded, setLoaded] = useState(hasApiWords);
  const isNeeded = said !== null && !isLoaded;
  useEffect(() => {
    // English is better than nothing, if they cannot be had.
    if (isNeeded) void loadApiWords().then(() => setLoaded(true));
  }, [isNeeded]);
  return said && isLoaded ? inPageWords(said) : undefined;
}
