import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { leakedPasswords } from './leaked-passwords.ts';
import { refuseWeakPassword } from './weak-passwords.ts';

const ada = { email: 'ada.lovelace@analytical.example', name: 'Ada King' };

test.each([
  'password',
  'PassWord',
  '12345678',
  'qwertyuiop',
  'iloveyou',
  'password123',
  'aaaaaaaa',
  'abababab',
  'abcabcabc',
  'abcdefgh',
  '87654321',
  '12341234',
  'lantern1',
  'Lantern!2026',
  'ada king',
  'Lovelace1815',
  'ada.lovelace@analytical.example',
])('%s is refused with a field error', (password) => {
  expect(() => refuseWeakPassword(password, ada, 'newPassword')).toThrow(
    expect.objectContaining({
      code: 'BAD_REQUEST',
      reason: 'weak_password',
      fieldErrors: { newPassword: [expect.any(String)] },
    }),
  );
});

const mueller = { email: 'j.mueller@post.example', name: 'Jürgen Müller-Weiß' };

test.each([
  ['full width', 'ｐａｓｓｗｏｒｄ', ada],
  ['digits for letters in a common one', 'Pa$$w0rd', ada],
  ['spaces in a common one', 'P a s s W o r d', ada],
  ['spaces in a row of digits', '1234 5678', ada],
  ['other separators in a common one', 'pass-word_1', ada],
  ['spaces in one’s name', 'Love lace 1', ada],
  ['dots in one’s name', 'M.ü.l.l.e.r', mueller],
  ['digits for letters', 'L0vel4ce1815', ada],
  ['backwards', 'ecalevol99', ada],
  ['both names in one', 'AdaKing2026', ada],
  ['an umlaut as it is', 'müller1970', mueller],
  ['an umlaut decomposed', 'mu\u0308ller1970', mueller],
  ['an umlaut written out', 'Juergen70', mueller],
  ['an umlaut without its dots', 'Jurgen1970!', mueller],
  ['ß written out', 'weiss-1970', mueller],
  ['Cyrillic', 'Лавлейс1', { email: 'a@b.example', name: 'Ада Лавлейс' }],
  ['Cyrillic in Latin letters', 'lavlejs1815', { email: 'a@b.example', name: 'Ада Лавлейс' }],
  ['two Han letters', '李明198501', { email: 'a@b.example', name: '李明' }],
  ['two short names', 'liwu1985', { email: 'a@b.example', name: 'Li Wu' }],
  ['the part of the email before the @', 'J-Mueller_7', mueller],
])('one’s own name or email, or a common one, is refused in any form: %s', (_, password, owner) => {
  expect(() => refuseWeakPassword(password, owner, 'password')).toThrow(
    expect.objectContaining({ reason: 'weak_password' }),
  );
});

test('the 10,000 commonest are refused: 49,233 of the dictionary, and 994 that it does not have', () => {
  expect(dictionary['passwords-common'].length).toBeGreaterThanOrEqual(49_233);
  expect(new Set(leakedPasswords).size).toBe(994);
  const dictionaryHas = new Set(dictionary['passwords-common']);
  expect(leakedPasswords.filter((password) => dictionaryHas.has(password))).toEqual([]);
  for (const password of [...dictionary['passwords-common'].slice(0, 5000), ...leakedPasswords]) {
    if (password.length >= 8) expect(() => refuseWeakPassword(password.toUpperCase(), ada, 'password')).toThrow();
  }
});

test.each([
  'correct horse',
  'correct horse battery',
  'Überraschung9',
  'adamant cloud',
  'new horse!',
  'чайник на столе',
  'a password for tests',
  '!#%&/()=?1a',
])('%s is accepted', (password) => expect(() => refuseWeakPassword(password, ada, 'password')).not.toThrow());
