import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { CatalogModel } from '@lantern/api/catalog/model/model';
import type { Rendered } from '@lantern/api/catalog/model/reads';
import { catalogReads, readRendered } from '@lantern/api/catalog/reads';
import type { Services } from '@lantern/api/services';
import type { FastifyInstance } from 'fastify';
import { clientAddress, type Deployment } from '../deployment.ts';
import { Answer } from './answer.ts';
import { AnswerCache, type Made } from './cache.ts';
import { cacheControlFor, commonOf, isKnown } from './headers.ts';
import { type CatalogRequest, catalogRequest } from './request.ts';

/** Serves the catalogue's queries from its model, and keeps the answers until something they show has changed. */
export class CatalogAnswers {
  readonly #cache: AnswerCache;
  /** The headers that hooks give to every response; these answers are sent without running them. */
  #common: Record<string, string> | undefined;
  #closing = false;
  readonly #counted = new WeakSet<IncomingMessage>();

  constructor(
    private readonly services: Services,
    private readonly model: CatalogModel,
    private readonly deployment: Deployment,
    ttlMs: number,
  ) {
    this.#cache = new AnswerCache(model, ttlMs);
  }

  /** Answers before Fastify sees a request, which would take longer than everything else; it gets what is left. */
  install(app: FastifyInstance): void {
    app.addHook('preClose', async () => {
      this.#closing = true;
    });
    app.addHook('onListen', async () => {
      const { headers } = await app.inject('/trpc/catalog.categories');
      this.#common = commonOf(headers);
    });
    const handlers = app.server.listeners('request').map((handler) => handler as RequestListener);
    app.server.removeAllListeners('request');
    app.server.on('request', (request, response) => {
      const rest = () => {
        for (const handler of handlers) handler(request, response);
      };
      const asked = this.#common && this.model.isFresh && !this.#closing ? catalogRequest(request) : undefined;
      if (!asked) return rest();
      this.#answer(asked, request, response).then(
        (answered) => answered || rest(),
        (error: unknown) => {
          this.services.log.error({ err: error }, 'a query of the catalogue could not be answered');
          rest();
        },
      );
    });
  }

  /** Whether a request has been counted towards the limits before Fastify got it. */
  isCounted(request: IncomingMessage): boolean {
    return this.#counted.has(request);
  }

  async #answer(asked: CatalogRequest, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!(await this.#isWithinLimits(asked, request))) return false;
    const key = request.url ?? '';
    const answer = this.#cache.get(key) ?? (await this.#cache.make(key, () => this.#make(asked)))?.answer;
    if (!answer) return false;
    await this.#send(answer, request, response);
    return true;
  }

  /** Counts a request. One that is refused is left to the API, which says so. */
  async #isWithinLimits({ reads }: CatalogRequest, request: IncomingMessage): Promise<boolean> {
    const { requestLimits } = this.services;
    if (!requestLimits.enabled) return true;
    const ip = clientAddress(request, this.deployment);
    const taken = await Promise.allSettled(reads.map((read) => requestLimits.take(catalogReads[read], ip)));
    if (taken.some(({ status }) => status === 'rejected')) return false;
    this.#counted.add(request);
    return true;
  }

  /** Makes an answer, byte for byte as tRPC would; undefined if the model alone cannot. */
  async #make({ reads, isBatch, inputs }: CatalogRequest): Promise<Made | undefined> {
    const rendered: Rendered[] = [];
    for (const [at, input] of (inputs() ?? []).entries()) {
      const read = reads[at];
      const result = read && (await readRendered(this.model, read, input));
      if (!result) return undefined;
      rendered.push(result);
    }
    if (rendered.length === 0) return undefined;
    const results = rendered.map(({ json }) => `{"result":{"data":${json}}}`).join();
    const answer = new Answer(Buffer.from(isBatch ? `[${results}]` : results));
    return { answer, productIds: rendered.flatMap(({ ids }) => ids) };
  }

  async #send(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = request;
    const accepted = headers['accept-encoding'];
    const encoded = accepted ? answer.encodedFor(accepted.toString()) : answer;
    const { encoding, body } = encoded instanceof Promise ? await encoded : { encoding: undefined, body: answer.body };
    const common = {
      ...this.#common,
      etag: answer.etag,
      'cache-control': cacheControlFor(request),
      vary: `trpc-accept, accept${answer.compressible ? ', accept-encoding' : ''}`,
      ...(this.#closing && { connection: 'close' }),
    };
    if (isKnown(answer.etag, headers['if-none-match'])) return void response.writeHead(304, common).end();
    response.writeHead(200, {
      ...common,
      'content-type': 'application/json',
      'content-length': body.length,
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(body);
  }
}
