import { expect, test } from 'vitest';
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

test.each([
  'correct horse',
  'correct horse battery',
  'Überraschung9',
  'adamant cloud',
  'new horse!',
  'чайник на столе',
  'a password for tests',
])('%s is accepted', (password) => expect(() => refuseWeakPassword(password, ada, 'password')).not.toThrow());
