import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeEmail } from './email.ts';

test.each([
  ['ivan@пример.рф', 'ivan@пример.рф'],
  ['ivan@xn--e1afmkfd.xn--p1ai', 'ivan@пример.рф'],
  ['IVAN@XN--E1AFMKFD.XN--P1AI', 'ivan@пример.рф'],
  ['user@MÜNCHEN.de', 'user@münchen.de'],
  ['user@mu\u0308nchen.de', 'user@münchen.de'],
  ['user@straße.de', 'user@straße.de'],
  ['用户@例え.jp', '用户@例え.jp'],
  ['用户@例え。jp', '用户@例え.jp'],
  ['r&d@example.com', 'r&d@example.com'],
  [" O'Neil+x@Example.com\u200b", "o'neil+x@example.com"],
  ['E\u0301lodie@example.com', 'élodie@example.com'],
  ['a_b%c@sub.example.co.uk', 'a_b%c@sub.example.co.uk'],
])('%s normalises to %s', (typed, normalized) => {
  expect(normalizeEmail(typed)).toBe(normalized);
});

test.each([
  ...['', '@', 'nobody', 'a@', '@b.de', 'a b@c.de', 'a@b c.de', 'a..b@c.de', '.a@c.de', 'a.@c.de', 'a@b..de', 'a@.de'],
  ...['a@b', 'a@b@c.de', 'a@[127.0.0.1]', 'a@127.0.0.1', 'a@b.de/x', 'a@b.de:80', 'a@b.de?x', '"a b"@c.de', 'a,b@c.de'],
  ...['a<b>@c.de', 'a@-b.de', 'a@b-.de', 'a@b_c.de', 'a@b.1', 'a@xn--\u00fc.de', 'a@b%41.de', `a@${'b'.repeat(64)}.de`],
  ...[`${'a'.repeat(250)}@b.de`, 'a@b.de\nbcc: c@d.de', 'a\u0000@b.de'],
])('%j is not an email address', (typed) => {
  expect(normalizeEmail(typed)).toBeNull();
});

test('normalising an email address is idempotent and independent of Unicode composition', () => {
  const part = fc.stringMatching(/^[a-zA-ZäÖßéйПø例0-9]{1,12}$/);
  fc.assert(
    fc.property(part, part, fc.constantFrom('de', 'рф', 'jp', 'xn--p1ai'), (local, name, top) => {
      const typed = `${local}@${name}.${top}`;
      const normalized = normalizeEmail(typed);
      fc.pre(normalized !== null);
      expect(normalizeEmail(normalized)).toBe(normalized);
      expect(normalizeEmail(typed.normalize('NFD'))).toBe(normalized);
    }),
  );
});
