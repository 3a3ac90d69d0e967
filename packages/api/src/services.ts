import type { Database } from '@lantern/db/database';
import type { Seller } from '@lantern/db/models/invoice';
import { ActivityFeed, followActivity } from './activity/feed.ts';
import type { AnchorSettings } from './activity/send-head.ts';
import { activityHead } from './activity/service.ts';
import { AdminStreams } from './activity/streams.ts';
import type { ActivityView } from './activity/view.ts';
import { KeptSources } from './admin/glossary/kept-sources.ts';
import { AccessLog } from './auth/access-log.ts';
import { DeviceCookies } from './auth/device-cookies.ts';
import { LoginLimits } from './auth/login-limits.ts';
import { MailLimits } from './auth/mail-limits.ts';
import { mergeGuestCart } from './cart/merge.ts';
import { forgetGuest } from './cart/owner.ts';
import { CatalogCounts } from './catalog/counts.ts';
import type { CatalogModel } from './catalog/model/model.ts';
import { type ProductSearch, SearchIndex } from './catalog/search/search-index.ts';
import { Holidays } from './delivery/holidays.ts';
import { DeliveryMethods } from './delivery/methods.ts';
import type { MediaStore } from './images/store/media-store.ts';
import { Thumbnails } from './images/thumbnails.ts';
import { DocumentPrinter } from './invoices/pdf/printer.ts';
import type { PrintedDocument } from './invoices/printed-document.ts';
import { keepModel } from './keep-model.ts';
import { AccessTokens } from './orders/access-tokens.ts';
import { OrderClaims } from './orders/claims.ts';
import { type MailSettings, sendMails } from './outbox/worker.ts';
import { FooterPages } from './pages/footer-pages.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { SimulatedPaymentProvider } from './payments/simulated-provider.ts';
import { StopTokens } from './restock/stop-tokens.ts';
import { Sessions } from './sessions/sessions.ts';
import { Calendar } from './shared/calendar.ts';
import type { Logger } from './shared/logger.ts';
import { RequestLimits } from './shared/request-limits.ts';
import { untilAborted } from './shared/until-aborted.ts';
import { SharedState } from './shared-state/shared-state.ts';

/** The process's services, created once at start. A function takes only those it needs. */
export interface Services {
  database: Database;
  sessions: Sessions;
  accessLog: AccessLog;
  loginLimits: LoginLimits;
  mailLimits: MailLimits;
  requestLimits: RequestLimits;
  search: ProductSearch;
  counts: CatalogCounts;
  /** Null if the catalogue is always read from the database. */
  model: CatalogModel | null;
  deliveryMethods: DeliveryMethods;
  holidays: Holidays;
  footerPages: FooterPages;
  /** What admins can translate. */
  glossarySources: KeptSources;
  payments: PaymentProvider;
  /** Prints invoices and credit notes. */
  printer: DocumentPrinter;
  accessTokens: AccessTokens;
  /** For the links that end mails about what is back in stock. */
  stopTokens: StopTokens;
  claims: OrderClaims;
  /** The pictures of mails. */
  thumbnails: Thumbnails;
  /** Null if mails are only queued. */
  mail: MailSettings | null;
  /** The origin that the links of mails lead to. */
  storeUrl: string;
  /** Where the head of the activity log is sent. */
  anchor: AnchorSettings;
  /** What it shares with other servers besides the database. */
  shared: SharedState;
  feed: ActivityFeed;
  streams: AdminStreams;
  /** Those that the store is in; the first is the default. */
  languages: readonly string[];
  /** Days in the store's time zone. */
  calendar: Calendar;
  /** Who sells, as printed on invoices. */
  seller: Seller;
  log: Logger;
}

export interface ServiceOptions {
  /** Whether password guessing, mass registration and excessive requests are limited. */
  rateLimits: boolean;
  /** How many slowed logins of one address or account may wait; the others are refused. */
  maxWaitingLogins?: number;
  /** How often open streams are checked, in milliseconds; a changed user is checked at once. */
  streamCheckMs?: number;
  /** Those that the store is in, the default first; English and German by default. */
  languages?: readonly string[];
  /** The store's time zone, an IANA name; UTC by default. */
  timeZone?: string;
  /** Where parcels are packed, `DE-BE`: its public holidays are no working days. Null, the default, if none are. */
  region?: string | null;
  /** Without it, invoices name the store only. */
  seller?: Seller;
  /** Answers the catalogue's queries; without it, the database does. */
  model?: CatalogModel;
  /** How mails are sent; without it, they are only queued. */
  mail?: MailSettings;
  /** Prints one document; without it, on this thread. */
  print?: (document: PrintedDocument) => Promise<Uint8Array>;
  /** Where images are kept; without it, mails have no pictures. */
  media?: MediaStore;
  /** The store's origin, as customers open it. */
  storeUrl?: string;
  /** Where the head of the activity log is sent; without it, nowhere. */
  anchor?: AnchorSettings;
  /** What it shares with other servers besides the database; without it, nothing. */
  shared?: SharedState;
}

const unnamedSeller: Seller = { name: 'Lantern', address: [], taxId: null };

/** Creates the services; `startServices` starts them. */
export function createServices(database: Database, log: Logger, options: ServiceOptions): Services {
  const { rateLimits, maxWaitingLogins, streamCheckMs, timeZone = 'UTC', model = null } = options;
  const { print, mail = null, seller = unnamedSeller, storeUrl = 'http://localhost:3000' } = options;
  const { media = null, shared = new SharedState(null, log) } = options;
  const { languages = ['en', 'de'], region = null, anchor = { recipient: null, signer: null } } = options;
  const calendar = new Calendar(timeZone);
  const accessTokens = new AccessTokens();
  const claims = new OrderClaims(accessTokens);
  const sessions = new Sessions(database, {
    async started(cookies, userId) {
      await mergeGuestCart({ database }, cookies, userId);
      await claims.claimMissed({ database }, userId);
    },
    // Otherwise the guest cookie would still lead to a cart after the logout.
    ended: forgetGuest,
  });
  const counts = new CatalogCounts();
  // So that this process's changes show in the next response.
  database.activity.on('written', () => counts.clear());
  return {
    database,
    sessions,
    accessLog: new AccessLog(log),
    loginLimits: new LoginLimits(rateLimits, new DeviceCookies(), maxWaitingLogins, shared.limiter),
    mailLimits: new MailLimits(rateLimits, shared.limiter),
    requestLimits: new RequestLimits(rateLimits, shared.limiter),
    search: model ?? new SearchIndex(),
    counts,
    model,
    printer: new DocumentPrinter(print),
    accessTokens,
    stopTokens: new StopTokens(),
    deliveryMethods: new DeliveryMethods(),
    holidays: new Holidays(calendar, region),
    footerPages: new FooterPages(),
    glossarySources: new KeptSources(),
    claims,
    payments: new SimulatedPaymentProvider(database),
    thumbnails: new Thumbnails(media, log),
    mail,
    storeUrl,
    anchor,
    shared,
    feed: new ActivityFeed(database, log, shared.wakeups),
    streams: new AdminStreams(sessions, log, shared.streams, streamCheckMs),
    languages,
    calendar,
    seller,
    log,
  };
}

/** Running services; disposing of them ends their streams and background work. */
export interface RunningServices extends AsyncDisposable {
  /** Ends the streams only, for a server that is draining. */
  endStreams(): void;
}

/**
 * Connects with what is shared with other servers, and starts following the activity log, which this process's streams and search
 * index depend on, and sending mails.
 */
export async function startServices(services: Services): Promise<RunningServices> {
  const closing = new AbortController();
  // An index loaded after this point includes everything before it.
  const { seq } = await activityHead();
  await services.deliveryMethods.active();
  await services.shared.open(services.database);
  services.feed.start();
  services.streams.start();
  const following = Promise.all([
    followLog(services, seq, closing.signal),
    ...(services.model ? [keepModel(services, services.model, closing.signal)] : []),
    ...(services.mail ? [sendMails(services, services.mail, closing.signal)] : []),
  ]);
  return {
    endStreams: () => services.streams.stop(),
    async [Symbol.asyncDispose]() {
      services.streams.stop();
      closing.abort();
      await following;
      await services.model?.close();
      await services.feed.stop();
      await services.shared[Symbol.asyncDispose]();
    },
  };
}

/** Applies every server's changes to this process's state; retries after a failure. */
async function followLog(services: Services, after: number, signal: AbortSignal): Promise<void> {
  let seen = after;
  await untilAborted(services.log, signal, 'a change in the activity log', async () => {
    for await (const { seq, entity } of followActivity(services.feed, seen, signal)) {
      await applyEntry(services, entity);
      seen = seq;
    }
  });
}

async function applyEntry(services: Services, { type, id, label }: ActivityView['entity']): Promise<void> {
  const { streams, search, counts, deliveryMethods, footerPages } = services;
  if (type === 'user') return streams.check();
  if (type === 'delivery_method') {
    deliveryMethods.clear();
    // Pages say what delivery costs.
    services.model?.emit('all');
    return;
  }
  if (type === 'page') {
    footerPages.clear();
    // Every page links to those in the footer.
    services.model?.emit('all');
    return;
  }
  counts.clear();
  // A model is kept by itself.
  if (!(search instanceof SearchIndex)) return;
  if (type === 'synonym') await search.refreshSynonyms();
  else if (type === 'product') await search.refresh([Number(id)]);
  else if (type === 'term') await search.refreshTerm(label);
  else if (type === 'category') await search.refreshCategory(Number(id));
}
