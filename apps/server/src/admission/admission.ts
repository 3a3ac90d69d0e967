import type { ServerResponse } from 'node:http';
import type { Reason } from '@lantern/api/shared/shop-error';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerFirst } from '../answer-first.ts';
import { languageUrl } from '../language.ts';
import { namesHtml } from '../names-html.ts';
import { BUSY_PAGE_POLICY, busyPage, RETRY_AFTER_SECONDS } from './busy-page.ts';
import { Gate, type GateLimits, type Leave, Overloaded } from './gate.ts';
import { type Kind, kindOf, kinds } from './kinds.ts';
import { Turn } from './turn.ts';

interface AdmissionOptions {
  limits: Record<Kind, GateLimits>;
  languages: readonly string[];
  /** The address of the pages' styles. */
  style: string | undefined;
}

/** What requests of one kind are doing now, and how many have been refused since the process began. */
interface KindFigures {
  kind: Kind;
  working: number;
  waiting: number;
  refused: number;
}

/** What of a request decides how it is refused. */
interface Asking {
  url?: string;
  headers: { accept?: string };
}

const refusal = JSON.stringify({
  error: {
    message: 'The store is busy. Please try again in a moment.',
    code: -32_603,
    data: {
      code: 'SERVICE_UNAVAILABLE',
      httpStatus: 503,
      reason: 'overloaded' satisfies Reason,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    },
  },
});

/** Keeps the server from taking on more work than it can do: what is too much is refused at once, and costs little. */
export class Admission {
  readonly #gates: Record<Kind, Gate>;
  readonly #turn = new Turn();
  readonly #refused: Record<Kind, number> = { read: 0, change: 0, payment: 0, account: 0 };

  constructor(private readonly options: AdmissionOptions) {
    const { read, change, payment, account } = options.limits;
    const turn = this.#turn;
    this.#gates = {
      read: new Gate(read, turn),
      change: new Gate(change, turn),
      payment: new Gate(payment, turn),
      account: new Gate(account, turn),
    };
  }

  /** Refuses before Fastify sees a request, as far as possible: its hooks take longer than some answers. */
  install(app: FastifyInstance): void {
    answerFirst(app, (request, response, rest) => {
      const kind = kindOf(request);
      if (kind && this.#gates[kind].isFull) {
        // Once it is closing: see `closeGracefully`.
        if (!app.server.listening) response.setHeader('connection', 'close');
        this.#refused[kind] += 1;
        return this.#refuseAtOnce(request, response);
      }
      rest();
    });
    const leaving = new WeakMap<FastifyRequest, Leave>();
    // With its body read: a slow sender must not hold a place.
    app.addHook('preHandler', async (request, reply) => {
      const kind = kindOf(request);
      if (!kind) return;
      try {
        leaving.set(request, await this.#gates[kind].enter(() => reply.raw.destroyed));
      } catch (error) {
        if (!(error instanceof Overloaded)) throw error;
        return this.#refuse(request, reply);
      }
    });
    // With its answer made: a slow reader must not either.
    app.addHook('onSend', (request, { statusCode }, _, done) => {
      leaving.get(request)?.({ hasFailed: statusCode === 503 });
      done();
    });
  }

  /** What there is to do, kind by kind. */
  get figures(): KindFigures[] {
    return kinds.map((kind) => {
      const { working, waiting } = this.#gates[kind];
      return { kind, working, waiting, refused: this.#refused[kind] };
    });
  }

  /** Does work for a request that Fastify does not see. @throws {Overloaded} */
  async admitted<T>(response: ServerResponse, work: () => Promise<T>): Promise<T> {
    const leave = await this.#gates.read.enter(() => response.destroyed);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Tells a request that the store cannot answer it now: with a page to people, with JSON to programs. */
  #refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    this.#refused[kindOf(request) ?? 'read'] += 1;
    const { headers, body } = this.#answerTo(request);
    return reply.status(503).headers(headers).send(body);
  }

  #refuseAtOnce(request: Asking, response: ServerResponse): void {
    const { headers, body } = this.#answerTo(request);
    response.writeHead(503, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  }

  #answerTo({ url = '/', headers }: Asking) {
    const isForPeople = namesHtml(headers);
    const { language } = languageUrl(url, this.options.languages);
    return {
      headers: {
        'content-type': isForPeople ? 'text/html; charset=utf-8' : 'application/json',
        'cache-control': 'no-store',
        'retry-after': String(RETRY_AFTER_SECONDS),
        'x-content-type-options': 'nosniff',
        ...(isForPeople && { 'content-security-policy': BUSY_PAGE_POLICY }),
      },
      body: isForPeople ? busyPage(language, this.options.style) : refusal,
    };
  }
}
