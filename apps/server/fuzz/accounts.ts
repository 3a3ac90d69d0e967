import { hashPassword } from '@lantern/api/auth/passwords';
import type { TestServices } from '@lantern/api/testing/test-services';
import { actingAsSystem } from '@lantern/db/activity/actor';
import { type Role, User } from '@lantern/db/models/user';
import type { Person } from './request.ts';

const PASSWORD = 'correct horse';

interface Account {
  id: number;
  name: string;
  email: string;
  role: Role;
}

/** The accounts of those who send requests, and the cookies they are logged in with. */
export class Accounts {
  readonly #cookies = new Map<Person, string>();
  /** The same each time: a login on another device is mailed to the account. */
  readonly #browsers = new Map<Person, ReturnType<TestServices['browser']>>();

  private constructor(
    private readonly t: TestServices,
    /** Always the same, so that a row which nobody has changed stays as it is. */
    private readonly passwordHash: string,
    readonly of: Record<Exclude<Person, 'guest'>, Account>,
  ) {}

  static async create(t: TestServices): Promise<Accounts> {
    const passwordHash = await hashPassword(PASSWORD);
    const account = async (role: Role): Promise<Account> => {
      const email = `${crypto.randomUUID()}@example.com`;
      const name = `Ada ${crypto.randomUUID()}`;
      const user = { name, email, passwordHash, role, disabled: false };
      const { id } = await t.database.transaction(() => User.create(user));
      return { id, name, email, role };
    };
    return new Accounts(t, passwordHash, {
      customer: await account('customer'),
      owner: await account('customer'),
      admin: await account('admin'),
    });
  }

  /** A browser with one of them logged in, as they were at first: requests may have changed or locked the account. */
  async browser(person: Exclude<Person, 'guest'>) {
    const { id, email, role } = this.of[person];
    const restored = { email, passwordHash: this.passwordHash, role, disabled: false };
    await actingAsSystem(() =>
      this.t.database.transaction(async () => {
        const user = await User.findByPk(id, { rejectOnEmpty: true });
        await user.update(restored);
      }),
    );
    const browser = this.#browsers.get(person) ?? this.t.browser();
    this.#browsers.set(person, browser);
    await browser.api.auth.login({ email, password: PASSWORD });
    this.#cookies.set(person, [...browser.jar].map((pair) => pair.join('=')).join('; '));
    return browser;
  }

  async logInAgain(): Promise<void> {
    for (const person of ['customer', 'owner', 'admin'] as const) await this.browser(person);
  }

  /** Whether they are one by now, whatever they were at first. */
  async isAdmin(person: Person): Promise<boolean> {
    return person !== 'guest' && (await User.count({ where: { id: this.of[person].id, role: 'admin' } })) > 0;
  }

  /** What the cookies of those who are logged in say. */
  cookieValues(): string[] {
    return [...this.#cookies.values()].flatMap((cookies) =>
      cookies.split('; ').map((pair) => pair.replace(/^.*?=/, '')),
    );
  }

  /** The value of the header; empty for guests. */
  cookieOf(person: Person): string {
    return this.#cookies.get(person) ?? '';
  }
}
