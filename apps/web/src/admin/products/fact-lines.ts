import type { ProductDraft } from './draft.ts';

export type FactDraft = ProductDraft['specification'][number];

/**
 * The facts of a pasted list, one per line: "Material: Wool", or with a tab between, as tables have them. Null for anything
 * else, which is then pasted as it is.
 */
export function factsOf(pasted: string): FactDraft[] | null {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '');
  const facts = lines.flatMap((line) => {
    const [, name, value] = /^\s*([^\t:]*[^\t:\s])\s*[\t:]\s*(.*\S)\s*$/.exec(line) ?? [];
    return name !== undefined && value !== undefined ? [{ name, value }] : [];
  });
  return facts.length > 0 && facts.length === lines.length ? facts : null;
}
