import type { Order } from '@lantern/db/models/order';

/** What the links of mails are made with. */
export interface LinkServices {
  /** The store's origin, and the path that pages in the language of the mail begin with. */
  storeUrl: string;
  accessTokens: { issue(number: string): Promise<string> };
  stopTokens: { issue(email: string): Promise<string> };
}

/** What a link that confirms an address consists of. */
interface VerificationLink {
  token: string;
  accountId?: number | undefined;
  email?: string | undefined;
}

/** The URLs that mails lead to. */
export class Links {
  constructor(private readonly services: LinkServices) {}

  /** The store's first page. */
  get home(): string {
    return this.services.storeUrl;
  }

  /** The URL of a path of the store, such as `/orders`. */
  to(path: string): string {
    return `${this.services.storeUrl}${path}`;
  }

  /** … with a token in the fragment, so that no server or proxy on the way sees it. */
  withToken(path: string, token: string): string {
    return this.to(`${path}#token=${encodeURIComponent(token)}`);
  }

  /**
   * The page that confirms an address. It compares the account's id with who is logged in; the email, if it is the
   * account's, is entered in its forms.
   */
  verification({ token, accountId, email }: VerificationLink): string {
    const parts = new URLSearchParams({ token });
    if (accountId !== undefined) parts.set('account', String(accountId));
    if (email !== undefined) parts.set('email', email);
    return this.to(`/verify-email#${parts}`);
  }

  /** A product's page, with one of its variants chosen. */
  product(slug: string, sku: string): string {
    return this.to(`/p/${encodeURIComponent(slug)}?${new URLSearchParams({ sku })}`);
  }

  /** The page where the owner of this mailbox ends the mails about what is back in stock. */
  async stopWishes(email: string): Promise<string> {
    return this.withToken('/stop-mails', await this.services.stopTokens.issue(email));
  }

  /** An order's page, which a guest can open without a login. */
  async order({ number, userId }: Order): Promise<string> {
    const path = `/orders/${encodeURIComponent(number)}`;
    return userId === null ? this.withToken(path, await this.services.accessTokens.issue(number)) : this.to(path);
  }
}
