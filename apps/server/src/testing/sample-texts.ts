/** How a field normalises its text. */
export type Rule = 'line' | 'lines' | 'code' | 'postal' | 'email' | 'password';

/** The text to send, and the text to expect; null if it must be refused. */
type Text = [typed: string, stored: string | null];

interface Kind {
  line: Text;
  /** The same as `line` by default. */
  lines?: Text;
  code?: Text;
  /** Left out if the kind does not apply to emails or passwords. */
  email?: Text;
  password?: Text;
}

const refused = (typed: string): Text => [typed, null];
const unchanged = (typed: string): Text => [typed, typed];
const refusedInAll = (line: string, email: string): Kind => ({
  line: refused(line),
  email: refused(email),
  password: refused(line),
});

/** By name. `u` makes each text unique; `max` is the maximum length of the field in characters. */
const kinds: Record<string, (u: string, max: number) => Kind> = {
  'decomposed letters': (u) => ({
    line: [`Cafe\u0301 \u1112\u1161\u11ab ${u}`, `Café 한 ${u}`],
    email: [`Re\u0301ne\u0301-${u}@mu\u0308nchen.de`, `réné-${u}@münchen.de`],
    password: [`U\u0308berzug ${u}`, `Überzug ${u}`],
  }),
  'full-width letters and ligatures': (u) => ({
    line: unchanged(`ＡＢ－１ ﬁ ${u}`),
    code: [`ＡＢ－１ ﬁ ${u}`, `AB-1 fi ${u}`],
    password: unchanged(`ＡＢ ﬁ ${u} horse`),
  }),
  'invisible characters': (u) => ({
    line: [`\u200b${u}\u00ad so\u2060ft\ufeff`, `${u} soft`],
    email: [`\u200b${u}\u00ad@example.com\ufeff`, `${u}@example.com`],
    password: unchanged(`\u200b${u}\u00ad horse`),
  }),
  'direction marks': (u) => ({
    line: [`\u202e${u}\u202c \u2066x\u2069\u200f`, `${u} x`],
    email: [`\u202a${u}@example.com\u202c`, `${u}@example.com`],
    password: unchanged(`\u202e${u}\u202c horse`),
  }),
  NUL: (u) => refusedInAll(`nul\u0000 ${u}`, `n\u0000${u}@example.com`),
  'control characters': (u) => refusedInAll(`\u001b[31m ${u} \u007f`, `\u0007${u}@example.com`),
  'a lone surrogate': (u) => refusedInAll(`half \ud83d ${u}`, `\udc00${u}@example.com`),
  noncharacters: (u) => refusedInAll(`\uffff ${u} \u{1fffe}`, `\ufdd0${u}@example.com`),
  'surrounding and unusual spaces': (u) => ({
    line: [` \t\u00a0\u3000${u}\u2003two\u00a0\r\n `, `${u} two`],
    email: [`\u00a0 ${u}@example.com\u3000\n`, `${u}@example.com`],
    password: [` \u00a0${u}\u3000horse `, `  ${u} horse `],
  }),
  'emoji and supplementary letters': (u) => ({
    line: unchanged(`👩‍👩‍👧‍👦 ${u}𝒳🇩🇪 1️⃣❤️`),
    code: [`👩‍👩‍👧‍👦 ${u}𝒳🇩🇪 1️⃣❤️`, `👩‍👩‍👧‍👦 ${u}X🇩🇪 1️⃣❤️`],
    email: unchanged(`𠮷${u}@example.com`),
    password: unchanged(`👩‍👩‍👧‍👦 𝒳 ${u} horse`),
  }),
  'line breaks': (u) => ({
    line: refused(`one\r\n${u}`),
    lines: [`one \r\n\r\n\ttwo\rthree\u2028four\u0085${u}\n`, `one \n\n\ttwo\nthree\nfour\n${u}`],
    email: refused(`one\n${u}@example.com`),
    password: refused(`one\n${u}`),
  }),
  'a single line feed': (u) => ({ line: refused(`one\n${u}`), lines: unchanged(`one\n${u}`) }),
  'right-to-left text': (u) => ({
    line: unchanged(`שלום (1) ${u} می‌خواهم؟`),
    email: unchanged(`דואר${u}@דוגמה.קום`),
    password: unchanged(`سلام ${u}`),
  }),
  'quotes and backslashes': (u) => ({
    line: unchanged(`"${u}' \\ % _\\' \\0`),
    email: unchanged(`o'neil+%_?\`${u}@example.com`),
    password: unchanged(`"${u}' \\ % horse`),
  }),
  'characters with a meaning in HTML and templates': (u) => ({
    line: unchanged(`<b>${u}&amp;\${y{{`),
    password: unchanged(`<b>${u} horse`),
  }),
  'SQL placeholders': (u) => ({ line: unchanged(`${u}? :u $1;/*--`) }),
  'dots and brackets': (u) => ({ line: unchanged(`$.a.b[0].${u}..c.`) }),
  'a number': (u) => ({ line: unchanged(`00${parseInt(u, 36)}e3`) }),
  'the maximum length': (u, max) => ({
    line: [`${u}${'👩'.repeat(max - 9)}e\u0301`, `${u}${'👩'.repeat(max - 9)}é`],
    email: unchanged(`${u.padEnd(max - 12, 'a')}@example.com`),
    password: [`${u}${'👩'.repeat(max - 9)}e\u0301`, `${u}${'👩'.repeat(max - 9)}é`],
  }),
  'one character too many': (u, max) => ({
    line: refused(u.padEnd(max + 1, 'é')),
    email: refused(`${u.padEnd(max - 11, 'a')}@example.com`),
    password: refused(u.padEnd(max + 1, 'é')),
  }),
  'text that is too long once normalised': (u, max) => ({
    line: refused(`${u}${'\u0958'.repeat(Math.ceil(max / 2))}`),
    code: refused(`${u}${'ﷺ'.repeat(Math.ceil(max / 18))}`),
    email: refused(`${u}${'İ'.repeat(Math.ceil(max / 2))}@example.com`),
  }),
};

export const textKinds = Object.keys(kinds);

/** What a database could alter or reject by its character set, collation or quoting, whatever the rules before it do. */
export const databaseKinds = new Set([
  'decomposed letters',
  'surrounding and unusual spaces',
  'emoji and supplementary letters',
  'right-to-left text',
  'quotes and backslashes',
  'SQL placeholders',
  'the maximum length',
]);

/** A text of a kind for a field with at most `max` characters; undefined if the kind does not apply or does not fit. */
export function sampleText(kind: string, rule: Rule, max: number): Text | undefined {
  const text = ofRule(kind, rule, max);
  const isTooLong = text?.[1] && [...text[1]].length > max;
  return isTooLong ? undefined : text;
}

function ofRule(kind: string, rule: Rule, max: number): Text | undefined {
  const u = `t${crypto.randomUUID().slice(0, 7)}`;
  const texts = kinds[kind]?.(u, max);
  if (!texts) throw new Error(`No kind of text: ${kind}`);
  switch (rule) {
    case 'line':
      return texts.line;
    case 'lines':
      return texts.lines ?? texts.line;
    case 'code':
      return texts.code ?? texts.line;
    case 'postal': {
      const [typed, stored] = texts.code ?? texts.line;
      return [typed, stored?.toUpperCase() ?? null];
    }
    default:
      return texts[rule];
  }
}
