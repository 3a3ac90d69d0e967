import { expect, test } from 'vitest';
import { memory } from '../lib/testing.ts';
import { clearDraftEmail, draftEmail, storeDraftEmail } from './draft-email.ts';

test('a guest’s email is kept until it is cleared, and ignored if it is none', () => {
  const storage = memory();
  expect(draftEmail(storage)).toBeNull();
  storeDraftEmail('ann@example.com', storage);
  expect(draftEmail(storage)).toBe('ann@example.com');
  clearDraftEmail(storage);
  expect(draftEmail(storage)).toBeNull();
  storeDraftEmail('nobody', storage);
  expect(draftEmail(storage)).toBeNull();
});
