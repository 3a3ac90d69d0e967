import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseXml } from './testing/parse-xml.ts';
import { element, escapeXml } from './xml.ts';

test.each([
  ['signs with a meaning', `a < b && c > "d" 'e' ]]>`, `a < b && c > "d" 'e' ]]>`],
  ['what looks like a reference', '&amp; &#0; <!-- --> <![CDATA[', '&amp; &#0; <!-- --> <![CDATA['],
  ['control characters', 'bell \u0007, NUL \u0000, escape \u001b[31m', 'bell , NUL , escape [31m'],
  ['noncharacters and half an emoji', '\ufffe \uffff \ud83d x \udc00', '   x '],
  ['letters, emoji and signs of direction', 'שלום 👩‍👩‍👧‍👦 𝒳 \u2028 \u0085', 'שלום 👩‍👩‍👧‍👦 𝒳 \u2028 \u0085'],
])('%s', (_, text, read) => {
  expect(parseXml(element('t', text)).text).toBe(read);
});

test('whatever a text contains, a parser reads it back, without what XML forbids', () => {
  const anything = fc.string({
    unit: fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.string(),
    ),
  });
  fc.assert(
    fc.property(anything, (text) => {
      const read = parseXml(`<t a="${escapeXml(text)}">${escapeXml(text)}</t>`).text;
      const allowed = [...text]
        .filter((sign) => /[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sign))
        .join('');
      // Parsers make one line break of each kind.
      expect(read).toBe(allowed.replace(/\r\n?/g, '\n'));
    }),
  );
});
