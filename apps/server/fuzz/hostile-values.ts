import fc from 'fast-check';

/** Between these marks a string stands for JSON as it is written: numbers, depths and keys that no value of JavaScript has. */
const WRITTEN = /"\u{E000}(.*?)\u{E001}"/gu;
const written = (json: string) => `\u{E000}${json}\u{E001}`;

/** As JSON, with what `hostileValue` has written by hand in it. */
export function asJson(value: unknown): string {
  return (JSON.stringify(value) ?? '').replace(WRITTEN, (_, json: string) => JSON.parse(`"${json}"`));
}

const numbers = [0, -1, 1.5, -0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e300, Number.MIN_VALUE];
const writtenNumbers = ['1e309', '-1e309', '-0', '1e-400', '0.1e1', '12345678901234567890', '1E2'].map(written);
const numerals = ['0', '1', '-1', '1.0', '1e3', '0x10', 'NaN', 'Infinity', '١٢', ' 1 ', '1,000', ''];

/** Texts that break whoever puts them into a statement, a path, a page, a template or a header. */
const texts = [
  "' OR 1=1 -- ",
  "x') UNION SELECT 1,2,3 -- ",
  '\\',
  "\\' ; DROP TABLE users; --",
  '%_\\%',
  '#{7*7}{{7*7}}<%= 7*7 %>',
  '%s%n%x%d',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'a\r\nset-cookie: session=x',
  '=cmd|calc!A1',
  'nul \u0000 inside',
  'half a pair \ud83d, cut',
  '\udc00\ud800',
  '\u202eright to left\u2066',
  '\u200b\ufeff\u00ad',
  'e\u0301\u0302\u0303'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(40),
  '\u{10ffff}\ufffe',
  '__proto__',
  'constructor',
  'toString',
  'ﷺ'.repeat(200),
];

const lengths = fc.constantFrom(
  1,
  19,
  20,
  21,
  40,
  41,
  63,
  64,
  65,
  100,
  101,
  120,
  121,
  190,
  191,
  255,
  256,
  1001,
  70_000,
);
const letters = fc.constantFrom('x', 'é', '漢', '😀', ' ', '\n', "'");
const longText = fc.tuple(letters, lengths).map(([letter, length]) => letter.repeat(length));

const depths = fc.constantFrom(50, 2000, 20_000);
const deep = fc.oneof(
  depths.map((depth) => written('['.repeat(depth) + ']'.repeat(depth))),
  depths.map((depth) => written(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
);

/** Its keys are those of every object, as its own. */
const ownPrototype = [
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":1}}',
  '{"toString":1,"length":-1}',
];

/** Any code points. By code rather than `unit: 'binary'`, for which fast-check first lists all of them: two seconds of a process. */
const anyText = fc.string({ unit: fc.nat(0x10_ffff).map((code) => String.fromCodePoint(code)), maxLength: 30 });

/** A value that a field is not made for, of any type. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], '', ' '),
  fc.constantFrom(...numbers),
  fc.constantFrom(...writtenNumbers),
  fc.constantFrom(...numerals),
  fc.constantFrom(...texts),
  fc.constantFrom(...ownPrototype).map((json) => JSON.parse(json)),
  longText,
  anyText,
  fc.jsonValue({ maxDepth: 2 }),
  { weight: 1, arbitrary: deep },
);

/** A text that a path, a header or a cookie is not made for. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(...numerals),
  anyText,
);

/** Nothing as a rule. */
export const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, arbitrary);

/** Without halves of surrogate pairs, which neither UTF-8 nor an address can have. */
export const wellFormed = (text: string): string => Buffer.from(text).toString();
