import { allOf, anyOf, type Form, skuTerm, wholeName } from './forms.ts';
import type { Plan, Term } from './plan.ts';

/** The full-text expressions of a query. */
export interface Tiers {
  /** Matches every hit; null if nothing can match. */
  all: string | null;
  /** Each matches a part of the hits, the best ones first. */
  parts: string[];
}

/**
 * The tiers of a plan: the name as a whole, its head noun, other words of it, the beginnings of its words, categories
 * and options, the description.
 * @param terms the words that are looked for, if not all of them.
 */
export function tiersOf({ skus, isSku, compact, terms: all }: Plan, terms: Term[] = all): Tiers {
  const bySku = skus.length > 0 ? [anyOf(skus.map(skuTerm))] : [];
  const canMatch = terms.length > 0 && terms.every(({ forms }) => forms.length > 0);
  if (isSku || !canMatch) return { all: bySku[0] ?? null, parts: bySku };
  const exactNames = formsAt(terms, ({ exact, name }) => (exact ? name : null));
  const heads = formsAt(terms, ({ head }) => head).flat();
  const names = formsAt(terms, ({ name }) => name);
  const naming = everyOf(formsAt(terms, (form) => form.naming));
  const any = everyOf(formsAt(terms, (form) => form.any));
  const inName = exactNames.every((expressions) => expressions.length > 0) ? [everyOf(exactNames)] : [];
  const nested = [
    ...(heads.length > 0 ? inName.map((exact) => allOf([exact, anyOf(heads)])) : []),
    ...inName,
    everyOf(names),
    ...(terms.length > 1 ? [allOf([naming, anyOf(names.flat())])] : []),
    naming,
    any,
  ];
  const first = [...bySku, wholeName(compact)];
  const parts = nested.map((expression, at) => `${expression} NOT ${anyOf([...first, ...nested.slice(at - 1, at)])}`);
  return {
    all: anyOf([...bySku, any]),
    parts: [...first.map((expression, at) => (at > 0 ? `${expression} NOT ${first[0]}` : expression)), ...parts],
  };
}

/** For each word, the expressions of its forms at one place. */
function formsAt(terms: Term[], place: (form: Form) => string | null): string[][] {
  return terms.map(({ forms }) => [...new Set(forms.flatMap((form) => place(form) ?? []))]);
}

function everyOf(alternatives: string[][]): string {
  return allOf([...new Set(alternatives.map(anyOf))]);
}
