import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CatalogModel } from '@lantern/api/catalog/model/model';
import { catalogReads, readRendered, wordReads } from '@lantern/api/catalog/reads';
import type { Rendered } from '@lantern/api/catalog/rendered';
import type { Services } from '@lantern/api/services';
import { translationOf } from '@lantern/api/shared/languages';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admission/admission.ts';
import { Overloaded } from '../admission/gate.ts';
import { answerFirst } from '../answer-first.ts';
import { clientAddress, type Deployment } from '../deployment.ts';
import { type LanguageUrl, languagePrefixes, languageUrl } from '../language.ts';
import { Answer } from './answer.ts';
import { AnswerCache, type CacheFigures, type Made } from './cache.ts';
import { encoded, encodingFor } from './encodings.ts';
import { cacheControlFor, commonOf, isKnown, varyOf } from './headers.ts';
import { CATALOG_PREFIX, catalogQuery, isPlainQuery, readsOf } from './request.ts';

/** Serves the catalogue's queries from its model, and keeps the answers until something they show has changed. */
export class CatalogAnswers {
  readonly #cache: AnswerCache;
  /** The headers that hooks give to every response, each name, then its value; these answers are sent without running them. */
  #common: string[] | undefined;
  #closing = false;
  readonly #prefixes: string[];
  readonly #counted = new WeakSet<IncomingMessage>();

  constructor(
    private readonly services: Services,
    private readonly model: CatalogModel,
    private readonly around: { deployment: Deployment; admission: Admission },
  ) {
    this.#cache = new AnswerCache(model);
    this.#prefixes = languagePrefixes(services.languages).map((prefix) => prefix + CATALOG_PREFIX);
  }

  /** Answers what it can before Fastify, which would take longer than everything else. */
  install(app: FastifyInstance): void {
    app.addHook('preClose', async () => {
      this.#closing = true;
    });
    app.addHook('onListen', async () => {
      const { headers } = await app.inject(`${CATALOG_PREFIX}categories`);
      this.#common = commonOf(headers);
    });
    answerFirst(app, (request, response, rest) => {
      const { url = '' } = request;
      const isReady = this.#common && this.model.isFresh && !this.#closing;
      if (!isReady || !this.#prefixes.some((prefix) => url.startsWith(prefix)) || !isPlainQuery(request)) return rest();
      const answer = this.services.requestLimits.enabled ? undefined : this.#cache.get(url);
      // Without waiting for anything, as far as possible.
      if (answer) return void this.#send(answer, request, response);
      this.#answer(url, request, response).then(
        (answered) => answered || rest(),
        (error: unknown) => {
          if (!(error instanceof Overloaded)) {
            this.services.log.error({ err: error }, 'a query of the catalogue could not be answered');
          }
          rest();
        },
      );
    });
  }

  /** How much of what was asked was kept. */
  get figures(): CacheFigures {
    return this.#cache.figures;
  }

  /** Whether a request has been counted towards the limits before Fastify got it. */
  isCounted(request: IncomingMessage): boolean {
    return this.#counted.has(request);
  }

  async #answer(url: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!(await this.#isWithinLimits(url, request))) return false;
    const make = () => this.around.admission.admitted(response, () => this.#make(url));
    const answer = this.#cache.get(url) ?? (await this.#cache.make(url, make))?.answer;
    if (!answer) return false;
    await this.#send(answer, request, response);
    return true;
  }

  /** Counts a request. One that is refused is left to the API, which says so. */
  async #isWithinLimits(url: string, request: IncomingMessage): Promise<boolean> {
    const { requestLimits } = this.services;
    if (!requestLimits.enabled) return true;
    const ip = clientAddress(request, this.around.deployment);
    const taken = await Promise.allSettled(
      readsOf(this.#inLanguage(url).url).map((read) => requestLimits.take(catalogReads[read], ip)),
    );
    if (taken.some(({ status }) => status === 'rejected')) return false;
    this.#counted.add(request);
    return true;
  }

  #inLanguage(url: string): LanguageUrl {
    return languageUrl(url, this.services.languages);
  }

  /** Makes an answer, byte for byte as tRPC would; undefined if the model alone cannot. */
  async #make(url: string): Promise<Made | undefined> {
    const asked = this.#inLanguage(url);
    const language = translationOf(asked.language, this.services);
    const query = catalogQuery(asked.url);
    if (!query) return undefined;
    const rendered: Rendered[] = [];
    for (const [at, read] of query.reads.entries()) {
      const result = await readRendered(this.model, read, query.inputs[at], language);
      if (!result) return undefined;
      rendered.push(result);
    }
    const results = rendered.flatMap(({ parts }, at) => [
      ...(at > 0 ? [','] : []),
      '{"result":{"data":',
      ...parts,
      '}}',
    ]);
    const answer = new Answer(query.isBatch ? ['[', ...results, ']'] : results);
    const isSlow = query.reads.some((read) => wordReads.has(read));
    return { answer, shows: rendered.map(({ shows }) => shows), language, isSlow };
  }

  #send(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    const { headers } = request;
    const own = ['etag', answer.etag, 'cache-control', cacheControlFor(request), 'vary', varyOf(answer)];
    const head = this.#common?.concat(own) ?? own;
    if (isKnown(answer.etag, headers['if-none-match'])) return void response.writeHead(304, head).end();
    head.push('content-type', 'application/json');
    const encoding = encodingFor(answer, headers['accept-encoding']);
    if (!encoding) {
      head.push('content-length', String(answer.bytes));
      return void response.writeHead(200, head).end(answer.body);
    }
    const send = (body: Buffer) => {
      head.push('content-length', String(body.length), 'content-encoding', encoding);
      response.writeHead(200, head).end(body);
    };
    const body = encoded(answer, encoding);
    return 'then' in body ? body.then(send) : send(body);
  }
}
