import { catalogReads, productsShown } from '@lantern/api/catalog/reads';
import type { Services } from '@lantern/api/services';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientAddress } from '../deployment.ts';
import { Answer } from './answer.ts';
import { AnswerCache, type Made } from './cache.ts';

type Read = keyof typeof catalogReads;

const PREFIX = '/trpc/';
const DOMAIN = 'catalog.';

/**
 * Browsers ask again each time, by ETag. A proxy may share an answer among people without a session for a second: no
 * longer than this server takes to learn of another server's change.
 */
const SHARED = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1';
const OWN = 'private, no-cache';

/** Serves the catalogue's queries from answers that are kept until something they show has changed. */
export class CatalogAnswers {
  readonly #cache: AnswerCache;
  /** The headers that hooks give to every response; an answer from the cache is sent before they run. */
  #common: Record<string, string> | undefined;
  #closing = false;

  constructor(
    private readonly services: Services,
    ttlMs: number,
  ) {
    this.#cache = new AnswerCache(services.changes, ttlMs);
  }

  /** Call it before other hooks are added: what is in the cache takes the short way past them. */
  install(app: FastifyInstance): void {
    app.addHook('preClose', async () => {
      this.#closing = true;
    });
    app.addHook('onRequest', async (request, reply) => {
      const answer = this.#closing ? undefined : this.#cache.get(request.raw.url ?? '');
      if (answer && this.#common && isAnswerable(request) && (await this.#withinLimits(request)))
        await this.#send(answer, request, reply);
    });
  }

  /** Answers a request to the API, by `resolve` unless there is an answer to share. */
  async handle(request: FastifyRequest, reply: FastifyReply, resolve: () => Promise<Response>): Promise<void> {
    const reads = isAnswerable(request) ? readsOf(request) : [];
    if (reads.length === 0) return reply.send(await resolve());
    let own: Response | undefined;
    const made = await this.#cache.make(request.raw.url ?? '', async () => {
      own = await resolve();
      return own.status === 200 ? madeOf(reads, Buffer.from(await own.text())) : undefined;
    });
    // Who shares another's answer is counted like everyone else.
    const allowed = made && (own || (await this.#withinLimits(request)));
    if (!allowed) return reply.send(own ?? (await resolve()));
    this.#common ??= Object.fromEntries(
      Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
    );
    await this.#send(made.answer, request, reply);
  }

  async #send(answer: Answer, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { headers } = request;
    const { encoding, body } = await answer.encodedFor(headers['accept-encoding']?.toString());
    reply.hijack();
    const common = {
      ...this.#common,
      etag: answer.etag,
      'cache-control': headers.cookie ? OWN : SHARED,
      vary: `trpc-accept, accept${answer.compressible ? ', accept-encoding' : ''}`,
      ...(this.#closing && { connection: 'close' }),
    };
    if (isKnown(answer.etag, headers['if-none-match'])) return void reply.raw.writeHead(304, common).end();
    reply.raw.writeHead(200, {
      ...common,
      'content-type': 'application/json',
      'content-length': body.length,
      ...(encoding && { 'content-encoding': encoding }),
    });
    reply.raw.end(body);
  }

  /** Counts the request; false if there were too many, which the API itself answers. */
  async #withinLimits(request: FastifyRequest): Promise<boolean> {
    const ip = clientAddress(request);
    const taken = readsOf(request).map((read) => this.services.requestLimits.take(catalogReads[read], ip));
    return Promise.all(taken).then(
      () => true,
      () => false,
    );
  }
}

/** Whether it asks for plain JSON, as opposed to a stream of results. */
function isAnswerable({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && headers['trpc-accept'] === undefined && !/jsonl|event-stream/.test(headers.accept ?? '');
}

/** The catalogue's queries that a request consists of; none if it asks for anything else. */
function readsOf({ raw: { url = '' } }: FastifyRequest): Read[] {
  const [path = ''] = url.slice(PREFIX.length).split('?', 1);
  const names = path.split(',').map((name) => (name.startsWith(DOMAIN) ? name.slice(DOMAIN.length) : ''));
  return names.every(isRead) ? names.filter(isRead) : [];
}

const isRead = (name: string): name is Read => Object.hasOwn(catalogReads, name);

function madeOf(reads: Read[], body: Buffer): Made {
  const parsed = JSON.parse(body.toString());
  const results = Array.isArray(parsed) ? parsed : [parsed];
  return {
    answer: new Answer(body),
    productIds: reads.flatMap((read, at) => productsShown(read, results[at].result.data)),
  };
}

function isKnown(etag: string, condition: string | undefined): boolean {
  return condition?.split(',').some((known) => known.trim() === etag) ?? false;
}
