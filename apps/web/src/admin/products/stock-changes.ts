import { formatNumber } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { choiceText } from '../fields/names.ts';
import type { Product, ProductDraft } from './draft.ts';

/** What is told about a product: of a list's row it is the same. */
interface Stocked {
  variants: Pick<Product['variants'][number], 'id' | 'sku' | 'options' | 'stock'>[];
}

interface Entered {
  /** Left out for a new variant. */
  id?: number;
  stock: number;
}

/**
 * How stock changed while the form was open: it is saved as a difference, so the result may not be what was typed.
 * "Sold 1 meanwhile, 41 left"; null if nothing changed.
 */
export function stockChangeText(entered: Entered[], saved: Stocked): string | null {
  const moves = entered.flatMap(({ id, stock }) => {
    const now = id !== undefined && saved.variants.find((variant) => variant.id === id);
    return now && now.stock !== stock ? [{ ...now, sold: stock - now.stock }] : [];
  });
  const sold = moves.filter((move) => move.sold > 0);
  const back = moves.filter((move) => move.sold < 0);
  const count = (moved: typeof moves) => formatNumber(Math.abs(moved.reduce((sum, move) => sum + move.sold, 0)));
  const [only] = moves;
  if (!only) return null;
  const said = meanwhileText(sold.length > 0 && count(sold), back.length > 0 && count(back));
  if (moves.length > 1) return said;
  const left = formatNumber(only.stock);
  if (saved.variants.length === 1) return t`${said}, ${left} left`;
  return t`${said}, ${left} of ${{ variant: choiceText(only.options) ?? only.sku }} left`;
}

function meanwhileText(sold: string | false, returned: string | false): string {
  if (sold && returned) return t`Sold ${sold}, ${returned} returned meanwhile`;
  return sold ? t`Sold ${sold} meanwhile` : t`${{ returned: returned || '' }} returned meanwhile`;
}

/** Moves a draft onto a newer version: stock that was not edited takes its current value. */
export function rebaseDraft(current: Product, began: Product, mine: ProductDraft): ProductDraft {
  const variants = mine.variants.map((variant) => ({
    ...variant,
    stock:
      variant.stock === stockIn(began, variant.id) ? (stockIn(current, variant.id) ?? variant.stock) : variant.stock,
  }));
  return { ...mine, variants };
}

/** The variants of the draft whose stock was edited and has changed meanwhile, with the change in words. */
export function stockChangesUnder(
  current: Product,
  began: Product,
  mine: ProductDraft,
): { index: number; moved: string }[] {
  return mine.variants.flatMap(({ id, stock }, index) => {
    const before = stockIn(began, id);
    const moved = before === undefined || before === stock ? null : stockChangeText([{ id, stock: before }], current);
    return moved ? [{ index, moved }] : [];
  });
}

/** Whether items may have been sold between two versions: every edit and every sale increments the version by one. */
export function mayBeSold(began: Product, current: Product): boolean {
  return current.version - began.version > 1;
}

function stockIn({ variants }: Product, id: number | undefined): number | undefined {
  return variants.find((variant) => variant.id === id)?.stock;
}
