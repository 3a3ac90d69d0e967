import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

const htmlOf = (markdown: string) => renderMarkdown(markdown).html;

test.each([
  ['**bold**, *soft*, ~~gone~~', '<p><strong>bold</strong>, <em>soft</em>, <s>gone</s></p>\n'],
  ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n'],
  ['[here](/pages/returns)', '<p><a href="/pages/returns">here</a></p>\n'],
  ['[part](#who)', '<p><a href="#who">part</a></p>\n'],
  ['https://shop.example', '<p><a href="https://shop.example">https://shop.example</a></p>\n'],
  ['ada@shop.example', '<p><a href="mailto:ada@shop.example">ada@shop.example</a></p>\n'],
  ['shop.com has no scheme', '<p>shop.com has no scheme</p>\n'],
  ['a <b>bold</b> &amp; &lt;', '<p>a &lt;b&gt;bold&lt;/b&gt; &amp; &lt;</p>\n'],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
  ['[nowhere]()', '<p><a href="">nowhere</a></p>\n'],
  ['[x](//elsewhere.example)', '<p>[x](//elsewhere.example)</p>\n'],
  ['[x](data:text/html,hi)', '<p>[x](data:text/html,hi)</p>\n'],
  ['![cat](https://elsewhere.example/cat.png)', '<p>!<a href="https://elsewhere.example/cat.png">cat</a></p>\n'],
])('%s', (markdown, html) => {
  expect(htmlOf(markdown)).toBe(html);
});

test('a table says how its columns are aligned without a style', () => {
  const html = htmlOf('| what | price |\n| --- | ---: |\n| a lamp | €42 |');
  expect(html).toContain('<th class="align-right">price</th>');
  expect(html).toContain('<td class="align-right">€42</td>');
});

test.each([
  ['# A\n## B\n# C', '<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n'],
  ['## A\n#### B\n### C\n## D', '<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n<h2>D</h2>\n'],
  ['### A\n## B', '<h2>A</h2>\n<h2>B</h2>\n'],
  ['# A\n## B\n### C\n#### D\n##### E\n###### F', /<h6>E<\/h6>\n<h6>F<\/h6>\n$/],
])('headings begin below the title, and skip no level: %j', (markdown, html) => {
  if (typeof html === 'string') expect(htmlOf(markdown)).toBe(html);
  else expect(htmlOf(markdown)).toMatch(html);
});

test('the summary is what the first paragraph says', () => {
  const { summary } = renderMarkdown(
    '## Why\n\n> quoted\n\nA [link](/all), `code`\nand **more** &amp; less.\n\nNot this.',
  );
  expect(summary).toBe('A link, code and more & less.');
  expect(renderMarkdown('## Only a heading').summary).toBe('');
});

/** What an attacker would write, between whatever else. */
const parts = fc.constantFrom(
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">',
    '<style>*{}</style>',
  ],
  ...[
    '[x](',
    ')',
    '![',
    '](',
    '<',
    '>',
    '"',
    "'",
    '`',
    '```',
    '\n',
    '\n\n',
    '    ',
    '|',
    '---',
    '| a |\n|:-:|\n',
    '# ',
    '&#58;',
  ],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt&#58;alert(1)',
    'java\tscript:',
    'vbscript:x',
    'data:text/html,<b>',
    '//evil.example',
  ],
  ...[
    '\u0000',
    '\u202e',
    '&quot; onclick=&quot;x',
    ' onmouseover=x ',
    '" style="x',
    '[r]: javascript:x\n',
    '[r]',
    '<javascript:x>',
  ],
);
const ALLOWED =
  /^<\/?(?:p|h[2-6]|ul|ol(?: start="\d+")?|li|strong|em|s|code(?: class="language-[^"<>]*")?|pre|blockquote|hr|br|table|thead|tbody|tr|t[hd](?: class="align-(?:left|right|center)")?|a(?: href="(?:(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)[^"<>]*)?"(?: title="[^"<>]*")?)?)>$/i;

test('whatever is written, nothing but harmless elements and links comes out', () => {
  const hostile = fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(hostile, (markdown) => {
      // Outside of tags there is no "<", so each one begins an element.
      for (const [tag] of htmlOf(markdown).matchAll(/<[^>]*>?/g)) expect(tag).toMatch(ALLOWED);
    }),
    { numRuns: soak(500, 20_000) },
  );
});

test('a long text of brackets is rendered in no time', () => {
  const before = performance.now();
  for (const sign of ['[', '*', '`', '>', '| ', '- ', '![', '<a ', '~~', ']('])
    htmlOf(sign.repeat(15_000 / sign.length));
  expect(performance.now() - before).toBeLessThan(5000);
});
