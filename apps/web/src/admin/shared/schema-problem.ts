import type { z } from 'zod';
import { inPageWords } from '../../lib/api-words.ts';

/** What is wrong with a value that one of the API's schemas has checked outside of a form, in the page's language. */
export function schemaProblem({ error }: z.ZodSafeParseResult<unknown>): string | undefined {
  const [issue] = error?.issues ?? [];
  return issue && inPageWords({ message: issue.message });
}
