import { verify } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { failureOf, startTestServices } from '../testing/test-services.ts';

vi.mock('@node-rs/argon2', { spy: true });

test('a login with an unknown email costs as much hashing as with a known one', async () => {
  await using t = await startTestServices();
  const { email, password } = { email: 'ada@example.com', password: 'correct horse' };
  await t.browser().api.auth.register({ email, password, name: 'Ada' });
  for (const attempted of [email, 'nobody@example.com', email, 'nobody@example.com']) {
    vi.mocked(verify).mockClear();
    await failureOf(t.browser().api.auth.login({ email: attempted, password: 'wrong horse' }));
    expect(verify).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('$m=19456,t=2,p=1$'), 'wrong horse');
  }
});
