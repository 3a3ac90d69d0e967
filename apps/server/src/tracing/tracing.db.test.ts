import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CollectedSpan, type Collector, startCollector } from '../testing/collector.ts';
import { checkout, type HttpStore, newCustomer, startHttpStore } from '../testing/http-store.ts';
import { openTracing } from './opentelemetry.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const traceparent = `00-${TRACE}-${CALLER}-01`;

/** What `work` does of a store whose spans are collected, and the spans. */
async function traced(work: (store: HttpStore) => Promise<unknown>): Promise<CollectedSpan[]> {
  await using collector = await startCollector();
  const tracing = await openTracing({ endpoint: collector.url, service: 'the-shop' });
  await using t = await startHttpStore({ tracing });
  await work(t);
  await tracing.close();
  return collector.spans;
}

const childrenOf = (spans: CollectedSpan[], parent: CollectedSpan | undefined) =>
  spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId);
const namesOf = (spans: CollectedSpan[]) => spans.map(({ name }) => name);

test('a purchase is a trace: the request, its transactions with their statements, and the payment', async () => {
  const { email, password, name } = newCustomer();
  const bought = checkout();
  const spans = await traced(async (t) => {
    const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000 });
    const { mutate, send } = t.client();
    await mutate('auth.register', { email, password, name });
    await mutate('cart.add', { variantId: variantIds[0], quantity: 1 });
    const init = { method: 'POST', headers: { 'content-type': 'application/json', traceparent } };
    const placed = await send('/trpc/checkout.place', { ...init, body: JSON.stringify(bought) });
    expect(placed.status).toBe(200);
  });
  const [place, ...others] = spans.filter(({ traceId, kind }) => traceId === TRACE && kind === 2);
  expect(others).toEqual([]);
  expect(place).toMatchObject({
    name: 'checkout.place',
    parentSpanId: CALLER,
    status: 0,
    service: 'the-shop',
    attributes: { 'http.request.method': 'POST', 'http.route': 'checkout.place', 'http.response.status_code': 200 },
  });
  const steps = childrenOf(spans, place);
  expect(namesOf(steps)).toContain('payments capture');
  const transactions = steps.filter((step) => step.name === 'TRANSACTION');
  expect(transactions.length).toBeGreaterThan(1);
  const statements = transactions.flatMap((transaction) => childrenOf(spans, transaction));
  expect(namesOf(statements)).toContain('INSERT orders');
  for (const { kind, attributes, traceId } of statements) {
    expect([kind, traceId, attributes['db.system.name']]).toEqual([
      3,
      TRACE,
      process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'mysql',
    ]);
  }
  // The others have traces of their own.
  const registered = spans.find((span) => span.name === 'auth.register');
  expect(registered).toMatchObject({ kind: 2, parentSpanId: '' });
  expect(registered?.traceId).not.toBe(TRACE);
  const written = JSON.stringify(spans);
  for (const secret of [email, password, name, bought.idempotencyKey]) expect(written).not.toContain(secret);
});

test('a batch has its procedures, a failure is told, and what nobody asks about has no trace', async () => {
  const spans = await traced(async (t) => {
    const { send, query } = t.client();
    await send('/trpc/auth.me,cart.get?batch=1&input=%7B%7D');
    await query('cart.get');
    await send('/invoices/L-1.pdf');
    await send('/healthz');
    await send('/metrics');
  });
  const [batch] = spans.filter(({ name }) => name === 'batch');
  expect(namesOf(childrenOf(spans, batch))).toEqual(expect.arrayContaining(['auth.me', 'cart.get']));
  const [single] = spans.filter(({ name, kind }) => name === 'cart.get' && kind === 2);
  expect(namesOf(childrenOf(spans, single))).not.toContain('cart.get');
  const servers = spans.filter(({ kind }) => kind === 2);
  expect(namesOf(servers).sort()).toEqual(['GET /invoices/:file', 'batch', 'cart.get']);
});

test('a trace that is not sampled is not sent', async () => {
  const spans = await traced(async (t) => {
    await t.client().send('/trpc/cart.get', { headers: { traceparent: `00-${TRACE}-${CALLER}-00` } });
  });
  expect(spans).toEqual([]);
});

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector[Symbol.asyncDispose]());

/** The lines of the log that have an id of a request, and a trace. */
const tracesInLog = ({ log }: HttpStore) =>
  log.map((line) => JSON.parse(line)).flatMap(({ reqId, traceId }) => (reqId ? [{ reqId, traceId }] : []));

test.each(['recorded', 'only given'])(
  'the log says the trace of each of many requests at once, if it is %s',
  async (how) => {
    const tracing = how === 'recorded' ? await openTracing({ endpoint: collector.url, service: 'the-shop' }) : null;
    await using t = await startHttpStore({ tracing });
    const traces = Array.from({ length: 50 }, (_, n) => (n + 1).toString(16).padStart(32, 'a'));
    await Promise.all(
      traces.map((trace, n) =>
        t.client().send(n % 2 ? '/trpc/cart.get' : '/nothing/here', {
          headers: { traceparent: `00-${trace}-${CALLER}-01` },
        }),
      ),
    );
    const lines = tracesInLog(t);
    const traceOf = new Map(lines.map(({ reqId, traceId }) => [reqId, traceId]));
    expect(new Set(traceOf.values())).toEqual(new Set(traces));
    expect(lines.length).toBeGreaterThanOrEqual(2 * traces.length);
    for (const { reqId, traceId } of lines) expect(traceId).toBe(traceOf.get(reqId));
    await tracing?.close();
  },
);

test('without a trace the log names none', async () => {
  await using t = await startHttpStore();
  await t.client().send('/trpc/cart.get', { headers: { traceparent: 'nonsense' } });
  expect(tracesInLog(t).length).toBeGreaterThan(0);
  expect(t.log.join('')).not.toContain('traceId');
});
