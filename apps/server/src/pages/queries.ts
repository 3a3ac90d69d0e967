import type { Shows } from '@lantern/api/catalog/model-file/reads';
import { type CatalogRead, catalogReads, readRendered } from '@lantern/api/catalog/reads';
import { appRouter } from '@lantern/api/router';
import type { Services } from '@lantern/api/services';
import type { RequestContext } from '@lantern/api/trpc';
import type { Envelope } from '@lantern/web/rendering';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';

const CATALOG = 'catalog.';

/** What the database answers to these changes only with an entry of the log, after which every page is forgotten. */
const LOGGED = ['checkout.options', 'pages.list', 'pages.bySlug'];

/** Answers the queries of one page, as nobody in particular, and notes what the answers depend on. */
export class PageQueries {
  /** What each answer depends on; null once one of them came from the database, of which nobody tells when it changes. */
  shows: Shows[] | null = [];

  constructor(
    private readonly services: Services,
    private readonly requestId: string,
  ) {}

  async ask(path: string, input: unknown): Promise<Envelope> {
    const rendered = await this.#fromModel(path, input);
    if (rendered !== undefined) return { result: { data: JSON.parse(rendered) } };
    if (!LOGGED.includes(path)) this.shows = null;
    return this.#fromApi(path, input);
  }

  async #fromModel(path: string, input: unknown): Promise<string | undefined> {
    const read = path.startsWith(CATALOG) ? path.slice(CATALOG.length) : '';
    const { model } = this.services;
    if (!model?.isFresh || !isRead(read)) return undefined;
    const rendered = await readRendered(model, read, input);
    if (rendered) this.shows?.push(rendered.shows);
    return rendered?.json;
  }

  async #fromApi(path: string, input: unknown): Promise<Envelope> {
    const ctx = this.#context();
    const type = 'query';
    try {
      const options = { router: appRouter, path, type, ctx, getRawInput: async () => input, batchIndex: 0 } as const;
      return { result: { data: await callTRPCProcedure({ ...options, signal: undefined }) } };
    } catch (thrown) {
      const error = getTRPCErrorFromUnknown(thrown);
      if (error.code === 'INTERNAL_SERVER_ERROR') {
        this.services.log.error({ err: error.cause ?? error, path, requestId: this.requestId }, 'procedure failed');
      }
      const { _config: config } = appRouter._def;
      const { message, code, data } = getTRPCErrorShape({ config, ctx, error, input, path, type });
      return { error: { message, code, data } };
    }
  }

  /** Of somebody without a cookie; the page has been counted towards the limits. */
  #context(): RequestContext {
    const { services, requestId } = this;
    const cookies = { get: () => undefined, set: () => undefined };
    return { services, requestId, ip: '', cookies, isCounted: true, viewer: async () => null };
  }
}

const isRead = (name: string): name is CatalogRead => Object.hasOwn(catalogReads, name);
