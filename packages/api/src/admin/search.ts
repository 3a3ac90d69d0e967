import { col, fn, Op, where } from '@lantern/db/query';

/** Behind every text that begins with the same letters. */
const BEYOND = '\uffff';

/** Texts that begin with `start`, letter by letter: a range, so that the column's index is used. */
export function beginsWith(start: string): { [Op.gte]: string; [Op.lt]: string } {
  return { [Op.gte]: start, [Op.lt]: start + BEYOND };
}

/** A column (`User.name`) with `text` anywhere in it, in capitals or not; `%` and `_` are letters like any other. */
export function contains(column: string, text: string) {
  return where(fn('instr', fn('lower', col(column)), fn('lower', text)), { [Op.gt]: 0 });
}
