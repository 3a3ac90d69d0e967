import { allOf, anyOf, type Form, nameTerm, skuTerm } from '../words/forms.ts';
import type { Plan, Term } from '../words/plan.ts';

/** The full-text expressions of a query. */
export interface Tiers {
  /** Matches every hit; null if nothing can match. */
  all: string | null;
  /** The best ones first. */
  parts: Tier[];
}

/** A part of the hits. */
interface Tier {
  /** Matches all of it, and possibly some of the better tiers. */
  expression: string;
  /** Matches all of it and nothing else, which takes longer. */
  alone: string;
}

/**
 * The tiers of a plan: the name as a whole, its head noun, other words of it, the beginnings of its words, categories
 * and options, the description.
 * @param terms the words that are looked for, if not all of them.
 */
export function tiersOf({ skus, isSku, wholeName, terms: all }: Plan, terms: Term[] = all): Tiers {
  const bySku = skus.length > 0 ? [anyOf(skus.map(skuTerm))] : [];
  const canMatch = terms.length > 0 && terms.every(({ forms }) => forms.length > 0);
  if (isSku || !canMatch) {
    return { all: bySku[0] ?? null, parts: bySku.map((expression) => tier(expression, [])) };
  }
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
  const first = [...bySku, ...(wholeName === null ? [] : [nameTerm(wholeName)])];
  const parts = [
    ...first.map((expression, at) => tier(expression, first.slice(0, at))),
    // Each of these matches whatever the one before it does.
    ...nested.map((expression, at) => tier(expression, [...first, ...nested.slice(Math.max(0, at - 1), at)])),
  ];
  return { all: anyOf([...bySku, any]), parts };
}

function tier(expression: string, better: string[]): Tier {
  return { expression, alone: better.length > 0 ? `${expression} NOT ${anyOf(better)}` : expression };
}

/** For each word, the expressions of its forms at one place. */
function formsAt(terms: Term[], place: (form: Form) => string | null): string[][] {
  return terms.map(({ forms }) => [...new Set(forms.flatMap((form) => place(form) ?? []))]);
}

function everyOf(alternatives: string[][]): string {
  return allOf([...new Set(alternatives.map(anyOf))]);
}
