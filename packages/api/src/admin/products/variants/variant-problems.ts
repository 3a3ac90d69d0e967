import { normalizeCode } from '@lantern/text/normalize';

interface Variant {
  id?: number;
  sku: string;
  options: Record<string, string>;
}

export interface VariantProblem {
  /** The variant's index in the list, and the field. */
  path: [index: number, field: 'id' | 'sku' | 'options'];
  message: string;
}

/** Problems across the variants of one product: duplicates and inconsistent options. */
export function variantProblems(variants: Variant[]): VariantProblem[] {
  const ids = new Set<number>();
  const skus = new Set<string>();
  const choices = new Set<string>();
  const names = namesOf(variants[0]);
  return variants.flatMap(({ id, sku, options }, index): VariantProblem[] => {
    const problems: VariantProblem[] = [];
    // Normalized, because a full-width L is not another size.
    const normalized = Object.entries(options).map(([name, value]) => [name, normalizeCode(value)] as const);
    const choice = JSON.stringify(normalized.sort(([a], [b]) => (a < b ? -1 : 1)));
    if (id !== undefined && ids.has(id)) problems.push({ path: [index, 'id'], message: 'This variant appears twice.' });
    if (skus.has(sku)) problems.push({ path: [index, 'sku'], message: 'Another variant has this SKU.' });
    if (namesOf({ options }) !== names) {
      problems.push({ path: [index, 'options'], message: 'Every variant needs the same options.' });
    } else if (choices.has(choice)) {
      problems.push({ path: [index, 'options'], message: 'Another variant has the same options.' });
    }
    if (id !== undefined) ids.add(id);
    skus.add(sku);
    choices.add(choice);
    return problems;
  });
}

function namesOf(variant: Pick<Variant, 'options'> | undefined): string {
  return JSON.stringify(Object.keys(variant?.options ?? {}).sort());
}
