/** A piece of a line that is set as a whole, in one font. */
export interface Piece {
  text: string;
  font: string;
}

/** R: Arabic and Hebrew; D: digits; L: other letters; N: what takes the direction of its surroundings. */
type Direction = 'R' | 'D' | 'L' | 'N';

const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** What stands on both sides of right-to-left letters belongs to them; digits keep their own order. */
const RIGHT_TO_LEFT_PASSAGE = /R(?:[RND]*R)?/g;
const LEFT_TO_RIGHT_PASSAGE = /L(?:[LND]*[LD])?|D(?:N?D)*|R+|N/g;

const MIRRORED = new Map([...'()[]{}<>«»'].map((character, index, all) => [character, all[index ^ 1] ?? character]));

/** Whether a text has right-to-left letters. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

function directionOf(text: string): Direction {
  if (isRightToLeft(text)) return 'R';
  if (/\p{Nd}/u.test(text)) return 'D';
  return /\p{L}/u.test(text) ? 'L' : 'N';
}

/** Whether a text begins with a right-to-left letter, and so reads from the right. */
export function readsFromRight(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first !== undefined && isRightToLeft(first);
}

/**
 * The pieces of a line from left to right. Right-to-left letters follow each other as they are read, since their font
 * turns them around. This is the Unicode algorithm as far as names and addresses need it: one level, no controls.
 */
export function inVisualOrder(pieces: Piece[], fromRight: boolean): Piece[] {
  const directions = pieces.map(({ text }) => directionOf(text)).join('');
  if (fromRight) return turned(pieces, directions);
  const ordered: Piece[] = [];
  let end = 0;
  for (const { 0: passage, index } of directions.matchAll(RIGHT_TO_LEFT_PASSAGE)) {
    ordered.push(...pieces.slice(end, index));
    end = index + passage.length;
    ordered.push(...turned(pieces.slice(index, end), passage));
  }
  return [...ordered, ...pieces.slice(end)];
}

/** The passages in the opposite order, each in its own. */
function turned(pieces: Piece[], directions: string): Piece[] {
  const passages = [...directions.matchAll(LEFT_TO_RIGHT_PASSAGE)];
  return passages.reverse().flatMap(({ 0: passage, index }) => {
    const inside = pieces.slice(index, index + passage.length);
    return passage === 'N'
      ? inside.map((piece) => ({ ...piece, text: MIRRORED.get(piece.text) ?? piece.text }))
      : inside;
  });
}
