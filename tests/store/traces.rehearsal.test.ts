import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startCollector } from '../../apps/server/src/testing/collector.ts';
import { readMetrics } from '../../apps/server/src/testing/metrics.ts';
import { startServer } from '../../apps/server/src/testing/server-process.ts';

/* Traces of the built store: a bundler decides what is loaded when. */

const folder = mkdtempSync(join(tmpdir(), 'lantern-traces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const BATCH = '/trpc/auth.me,cart.get?batch=1&input=%7B%7D';
/** A connection that stays open would hold up the end. */
const closing = { connection: 'close' };
const headers = { ...closing, traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };

/** Says at the end of the process which modules of OpenTelemetry it has loaded. */
const TELL_LOADED = `process.on('exit', () => {
  const loaded = Object.keys(require.cache).filter((path) => path.includes('@opentelemetry'));
  console.log('loaded ' + loaded.length + ' of OpenTelemetry');
});`;

/** What a store prints that is asked once and then told to end. */
async function outputOf(endpoint: string): Promise<string> {
  const script = join(folder, 'tell-loaded.cjs');
  writeFileSync(script, TELL_LOADED);
  await using server = await startServer(`sqlite:${join(folder, 'recorded.db')}`, {
    NODE_OPTIONS: `--require=${script}`,
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_SERVICE_NAME: 'the-shop',
  });
  expect((await fetch(`${server.url}${BATCH}`, { headers })).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended, server.output()).toBe(0);
  expect(server.output()).toContain(`"traceId":"${TRACE}"`);
  return server.output();
}

test('spans arrive by the end of the process, and nothing of it is loaded where no collector is named', async () => {
  await using collector = await startCollector();
  expect(await outputOf('')).toContain('loaded 0 of OpenTelemetry');
  expect(await outputOf(collector.url)).toMatch(/loaded [1-9]\d* of OpenTelemetry/);
  const request = collector.spans.find(({ kind }) => kind === 2);
  expect(request).toMatchObject({ name: 'batch', traceId: TRACE, service: 'the-shop' });
  expect(collector.spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId)).not.toEqual([]);
});

test('a collector that never answers costs requests nothing, fills no log and does not hold up the end', async () => {
  const silent = createServer((socket) => void socket.on('error', () => undefined));
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const address = silent.address();
  if (typeof address !== 'object' || !address) throw new Error('It does not listen.');
  await using server = await startServer(`sqlite:${join(folder, 'silent.db')}`, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${address.port}`,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  const before = server.output();
  // With their procedures, these are more spans than are kept for a collector.
  for (let round = 0; round < 8; round++) {
    const answers = Array.from({ length: 100 }, () => fetch(`${server.url}${BATCH}`, { headers: closing }));
    for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
  }
  const series = await readMetrics(server.url);
  expect(series.get('lantern_requests_total{kind="api",route="batch",status="200"}')).toBe(800);
  expect(server.output()).toBe(before);
  server.child.kill('SIGTERM');
  expect(await server.ended, server.output()).toBe(0);
  expect(server.output()).toBe(before);
  silent.close();
});
