import type { Order } from '@lantern/db/models/order';

/** What the links of mails are made with. */
export interface LinkServices {
  /** The store's origin. */
  storeUrl: string;
  accessTokens: { issue(number: string): Promise<string> };
}

/** The URLs that mails lead to. */
export class Links {
  constructor(private readonly services: LinkServices) {}

  /** The URL of a path of the store, such as `/orders`. */
  to(path: string): string {
    return `${this.services.storeUrl}${path}`;
  }

  /** … with a token in the fragment, so that no server or proxy on the way sees it. */
  withToken(path: string, token: string): string {
    return this.to(`${path}#token=${encodeURIComponent(token)}`);
  }

  /** An order's page, which a guest can open without a login. */
  async order({ number, userId }: Order): Promise<string> {
    const path = `/orders/${encodeURIComponent(number)}`;
    return userId === null ? this.withToken(path, await this.services.accessTokens.issue(number)) : this.to(path);
  }
}
