import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { User } from '@lantern/db/models/user';
import { lowestPrice, Variant } from '@lantern/db/models/variant';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { slugify } from '@lantern/text/slug';
import { hashPassword } from '../auth/passwords.ts';
import type { CatalogModel } from '../catalog/model/model.ts';
import { SearchIndex } from '../catalog/search/search-index.ts';
import type { MediaStore } from '../images/store/media-store.ts';
import { appRouter } from '../router.ts';
import type { Services } from '../services.ts';
import { createServices, type RunningServices, startServices } from '../services.ts';
import type { Viewer } from '../sessions/viewer.ts';
import type { Cookies } from '../shared/cookies.ts';
import type { Logger } from '../shared/logger.ts';
import type { SharedState } from '../shared-state/shared-state.ts';
import type { RequestContext } from '../trpc.ts';
import { createCallerFactory } from '../trpc.ts';
import { InterruptedProvider } from './interrupted-provider.ts';

const callerFactory = createCallerFactory(appRouter);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Services on a separate database, with simulated browsers. */
export interface TestServices extends TestDatabase {
  services: Services;
  /** The search of services without a model. */
  index: SearchIndex;
  open: RunningServices;
  /** A browser, which names itself so: every call is a request with its cookies. */
  browser(userAgent?: string): ReturnType<typeof openBrowser>;
  /** A browser with a newly registered customer. */
  shopper(name?: string): Promise<ReturnType<typeof openBrowser>>;
  /** A browser with a logged-in admin. */
  admin(name?: string): Promise<ReturnType<typeof openBrowser> & { email: string }>;
}

interface TestServiceOptions {
  log?: Logger;
  rateLimits?: boolean;
  maxWaitingLogins?: number;
  streamCheckMs?: number;
  media?: MediaStore;
  model?: CatalogModel;
  shared?: SharedState;
}

/** Starts services on the database under test, with a payment provider whose simulated timeouts fail at once. */
export async function startTestServices(options: TestServiceOptions = {}): Promise<TestServices> {
  const { log = quiet, rateLimits = false, ...others } = options;
  const opened = await openTestDatabase();
  const services = createServices(opened.database, log, { rateLimits, ...others });
  const index = services.search instanceof SearchIndex ? services.search : new SearchIndex();
  services.payments = new InterruptedProvider(opened.database);
  const open = await startServices(services);
  const browser = (userAgent?: string) => openBrowser(services, userAgent);
  return {
    ...opened,
    services,
    index,
    open,
    browser,
    async shopper(name = 'Ada') {
      const opened = browser();
      const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;
      await opened.api.auth.register({ name, email, password: 'correct horse' });
      return opened;
    },
    async admin(name = 'Mira') {
      const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;
      const passwordHash = await hashPassword('correct horse');
      await opened.database.transaction(() =>
        User.create({ name, email, passwordHash, role: 'admin', disabled: false }),
      );
      const admin = browser();
      await admin.api.auth.login({ email, password: 'correct horse' });
      return { ...admin, email };
    },
    async [Symbol.asyncDispose]() {
      await open[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
    },
  };
}

function openBrowser(services: Services, userAgent?: string) {
  const jar = new Map<string, string>();
  const cookies: Cookies = {
    get: (name) => jar.get(name),
    set(name, value) {
      if (value === null) jar.delete(name);
      else jar.set(name, value);
    },
  };
  const caller = (actingFor?: number | null, language = 'en') =>
    callerFactory((): RequestContext => {
      let viewer: Promise<Viewer | null> | undefined;
      return {
        services,
        requestId: crypto.randomUUID(),
        ip: '127.0.0.1',
        cookies,
        userAgent,
        language,
        actingFor,
        viewer() {
          viewer ??= services.sessions.viewer(cookies);
          return viewer;
        },
      };
    });
  // `as` is a page that acts for that account (null: for a guest), whichever is logged in; `in` one in another language.
  return { api: caller(), as: caller, jar, in: (language: string) => caller(undefined, language) };
}

interface StockedProduct {
  name: string;
  priceCents?: number;
  stock?: number;
  category?: string;
  description?: string;
  variants?: { options: Record<string, string>; priceCents: number; stock: number }[];
}

/** Creates an active product; returns the ids of its variants. */
export function stockProduct(
  services: Services,
  input: StockedProduct,
): Promise<{ slug: string; variantIds: number[] }> {
  const { name, priceCents = 1000, stock = 10, category = 'things', description = 'A thing.' } = input;
  const variants = input.variants ?? [{ options: {}, priceCents, stock }];
  return services.database.transaction(async () => {
    const [{ id: categoryId }] = await Category.findOrCreate({
      where: { slug: category },
      defaults: { slug: category, name: category, parentId: null, position: 0, accent: 1, imageUrl: null },
    });
    const slug = slugify(name);
    const product = await Product.create({
      slug,
      name,
      description,
      tagline: null,
      status: 'active',
      priceCents: lowestPrice(variants),
    });
    await ProductCategory.create({ categoryId, productId: product.id, direct: true });
    const variantIds: number[] = [];
    for (const [position, variant] of variants.entries()) {
      const { id } = await Variant.create({ ...variant, productId: product.id, sku: `${slug}-${position}`, position });
      variantIds.push(id);
    }
    return { slug, variantIds };
  });
}

export const address = {
  fullName: 'Ada Lovelace',
  line1: "12 St James's Square",
  city: 'London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
};

/** The code and cause that a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<{ code?: unknown; cause?: unknown }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return { code: 'code' in error ? error.code : undefined, cause: error.cause };
  }
  throw new Error('The call was expected to fail.');
}
