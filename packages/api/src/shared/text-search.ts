import { col, fn, Op, where } from '@lantern/db/query';
import { normalizeEmail } from '@lantern/text/email';

/** Sorts after every other character, emoji too. */
const LAST_CHARACTER = '\u{10ffff}';

/** Texts that literally begin with `start`: a range, so that the column's index is used. */
export function beginsWith(start: string): { [Op.gte]: string; [Op.lt]: string } {
  return { [Op.gte]: start, [Op.lt]: start + LAST_CHARACTER };
}

/** A column (`User.nameKey`) that literally contains the text; `%` and `_` have no special meaning. */
export function contains(column: string, text: string) {
  return where(fn('instr', col(column), text), { [Op.gt]: 0 });
}

/** Emails that begin with `q`; a full email is normalized first, as stored ones are. */
export function emailBeginsWith(q: string) {
  return beginsWith(normalizeEmail(q) ?? q.toLowerCase());
}
