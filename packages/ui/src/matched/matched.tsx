/** The label with the typed letters in bold, at the beginning of words if possible. */
export function Matched({ label, typed }: { label: string; typed: string }) {
  const marks = marksIn(label, typed);
  const ends = [0, ...marks.flat(), label.length];
  return ends.slice(1).map((end, index) => {
    const text = label.slice(ends[index], end);
    return index % 2 === 1 ? <b key={end}>{text}</b> : text;
  });
}

/** A hyphen means nothing outside of a class, and may not be escaped there. */
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The positions of the words, in order, without overlaps. A word with a typo has none. */
function marksIn(label: string, typed: string): [start: number, end: number][] {
  const text = label.toLowerCase();
  const found = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .flatMap((word): [number, number][] => {
      const beginning = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'u'));
      const start = beginning >= 0 ? beginning : text.indexOf(word);
      return start < 0 ? [] : [[start, start + word.length]];
    })
    .sort(([a], [b]) => a - b);
  let end = 0;
  return found.filter((mark) => {
    if (mark[0] < end) return false;
    end = mark[1];
    return true;
  });
}
