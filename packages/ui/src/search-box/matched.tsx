/** The label with the letters that were typed in bold: of each word its beginning, where it has one. */
export function Matched({ label, typed }: { label: string; typed: string }) {
  const marks = marksIn(label, typed);
  const ends = [0, ...marks.flat(), label.length];
  return ends.slice(1).map((end, index) => {
    const text = label.slice(ends[index], end);
    return index % 2 === 1 ? <b key={end}>{text}</b> : text;
  });
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Where the words stand, in order and apart. A word with a typo in it stands nowhere. */
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
  return found.filter(([start], index) => index === 0 || start >= (found[index - 1]?.[1] ?? 0));
}
