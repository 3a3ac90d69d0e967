import { choiceText } from '../activity/names.ts';
import type { Product } from './draft.ts';

interface Entered {
  /** Left out for a new one. */
  id?: number;
  stock: number;
}

/**
 * What was sold, or came back, while the form was open: stock is saved as a difference, so that it is not what was
 * typed. "Sold 1 meanwhile, 41 left"; null where nothing has moved.
 */
export function movedMeanwhile(entered: Entered[], saved: Product): string | null {
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
