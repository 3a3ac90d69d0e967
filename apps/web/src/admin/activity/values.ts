const SHORT = 48;
const LEAD = 12;

interface Texts {
  before: string | null;
  after: string | null;
}

/** Both sides of a change, shortened. Two long texts are cut around the first difference. */
export function excerpts({ before, after }: Texts): Texts {
  const same = before !== null && after !== null ? commonStart(before, after) : 0;
  const longest = Math.max(before?.length ?? 0, after?.length ?? 0);
  const start = longest > SHORT && same > LEAD ? same - LEAD : 0;
  return { before: before && excerpt(before, start), after: after && excerpt(after, start) };
}

function excerpt(text: string, start: number): string {
  const end = start + SHORT;
  return `${start > 0 ? '…' : ''}${wellFormed(text.slice(start, end))}${end < text.length ? '…' : ''}`;
}

/** Drops half a surrogate pair left at either end by a cut. */
function wellFormed(part: string): string {
  return part.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
