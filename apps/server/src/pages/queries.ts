import { readRendered } from '@lantern/api/catalog/reads';
import { type Shows, textOf, wholeShows } from '@lantern/api/catalog/rendered';
import type { Services } from '@lantern/api/services';
import { translationOf } from '@lantern/api/shared/languages';
import type { RequestContext } from '@lantern/api/trpc';
import type { Envelope } from '@lantern/web/rendering';
import { readOf } from '../answers/request.ts';
import { callProcedure } from '../call-procedure.ts';

/** What the database answers to these changes only with an entry of the log, after which every page is forgotten. */
const LOGGED = ['checkout.options', 'pages.list', 'pages.bySlug'];

/** Answers the queries of one page, as nobody in particular, and notes what the answers depend on. */
export class PageQueries {
  /** What each answer depends on; null once one of them came from the database, of which nobody tells when it changes. */
  shows: Shows[] | null = [];

  constructor(
    private readonly services: Services,
    private readonly requestId: string,
    private readonly language: string,
  ) {}

  async ask(path: string, input: unknown): Promise<Envelope> {
    const rendered = await this.#fromModel(path, input);
    if (rendered !== undefined) return { result: { data: JSON.parse(rendered) } };
    if (!LOGGED.includes(path)) this.shows = null;
    return this.#fromApi(path, input);
  }

  async #fromModel(path: string, input: unknown): Promise<string | undefined> {
    const read = readOf(path);
    const { model } = this.services;
    if (!model?.isFresh || !read) return undefined;
    const rendered = await readRendered(model, read, input, translationOf(this.language, this.services));
    if (rendered) this.shows?.push(wholeShows(rendered));
    return rendered && textOf(rendered.parts);
  }

  #fromApi(path: string, input: unknown): Promise<Envelope> {
    const { log } = this.services;
    return callProcedure({ type: 'query', path, input, ctx: this.#context(), batchIndex: 0 }, (error) => {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return;
      log.error({ err: error.cause ?? error, path, requestId: this.requestId }, 'procedure failed');
    });
  }

  /** Of somebody without a cookie; the page has been counted towards the limits. */
  #context(): RequestContext {
    const { services, requestId, language } = this;
    const cookies = { get: () => undefined, set: () => undefined };
    return { services, requestId, ip: '', cookies, language, isCounted: true, viewer: async () => null };
  }
}
