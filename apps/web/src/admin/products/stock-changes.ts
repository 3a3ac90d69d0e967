import { choiceText } from '../activity/names.ts';
import type { Product, ProductDraft } from './draft.ts';

interface Entered {
  /** Left out for a new one. */
  id?: number;
  stock: number;
}

/**
 * What was sold, or came back, while the form was open: stock is saved as a difference, so that it is not what was
 * typed. "Sold 1 meanwhile, 41 left"; null where nothing has moved.
 */
export function stockChangeText(entered: Entered[], saved: Product): string | null {
  const moves = entered.flatMap(({ id, stock }) => {
    const now = id !== undefined && saved.variants.find((variant) => variant.id === id);
    return now && now.stock !== stock ? [{ ...now, sold: stock - now.stock }] : [];
  });
  const sold = moves.filter((move) => move.sold > 0);
  const back = moves.filter((move) => move.sold < 0);
  const count = (moved: typeof moves) => Math.abs(moved.reduce((sum, move) => sum + move.sold, 0)).toLocaleString('en');
  const what = [sold.length > 0 && `Sold ${count(sold)}`, back.length > 0 && `${count(back)} came back`];
  const [only] = moves;
  if (!only) return null;
  const said = `${what.filter(Boolean).join(', ')} meanwhile`;
  if (moves.length > 1) return said;
  const name = saved.variants.length > 1 ? ` of ${choiceText(only.options) ?? only.sku}` : '';
  return `${said}, ${only.stock.toLocaleString('en')}${name} left`;
}

/** A draft that was begun on an older state: stock that nobody has typed is what it is now. */
export function rebaseDraft(current: Product, began: Product, mine: ProductDraft): ProductDraft {
  const variants = mine.variants.map((variant) => ({
    ...variant,
    stock:
      variant.stock === stockIn(began, variant.id) ? (stockIn(current, variant.id) ?? variant.stock) : variant.stock,
  }));
  return { ...mine, variants };
}

/** Which of the draft's variants have another stock typed than there was, and what has moved under each. */
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

/** Whether something may have been sold between two states: every edit counts the version up by one, and so does every sale. */
export function mayBeSold(began: Product, current: Product): boolean {
  return current.version - began.version > 1;
}

function stockIn({ variants }: Product, id: number | undefined): number | undefined {
  return variants.find((variant) => variant.id === id)?.stock;
}
