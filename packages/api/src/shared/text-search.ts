import { col, fn, Op, where } from '@lantern/db/query';
import { normalizeEmail } from '@lantern/text/email';

/** Behind every text that begins with the same letters. */
const BEYOND = '\uffff';

/** Texts that begin with `start`, letter by letter: a range, so that the column's index is used. */
export function beginsWith(start: string): { [Op.gte]: string; [Op.lt]: string } {
  return { [Op.gte]: start, [Op.lt]: start + BEYOND };
}

/** A column (`User.nameKey`) with exactly these letters anywhere in it; `%` and `_` are letters like any other. */
export function contains(column: string, text: string) {
  return where(fn('instr', col(column), text), { [Op.gt]: 0 });
}

/** How emails begin that are meant by `q`: a whole one may be spelled in another way than it is kept. */
export function emailBeginsWith(q: string) {
  return beginsWith(normalizeEmail(q) ?? q.toLowerCase());
}
