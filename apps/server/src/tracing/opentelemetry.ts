import { setTimeout as sleep } from 'node:timers/promises';
import type { Tracing } from './scope.ts';
import { beginRequest } from './spans.ts';

/** Where traces are sent, and as whose. */
export interface TracingSettings {
  /** A collector that takes OTLP over HTTP, `http://localhost:4318`. */
  endpoint: string;
  /** What the traces call this store. */
  service: string;
}

/** How long the end of the process waits for the collector, in milliseconds. */
const CLOSE_MS = 3000;

/**
 * Loads OpenTelemetry and begins to record. A collector that is away, or does not answer, costs requests nothing: what it
 * does not take is dropped once a bounded queue is full.
 */
export async function openTracing({ endpoint, service }: TracingSettings): Promise<Tracing> {
  // Not at the top, where a bundler would load them with the store.
  const [api, { BatchSpanProcessor, NodeTracerProvider }, resources, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const named = resources.resourceFromAttributes({ 'service.name': service });
  const provider = new NodeTracerProvider({
    resource: resources.defaultResource().merge(named),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const recording = { api, tracer: provider.getTracer('lantern') };
  return {
    begin: (request) => beginRequest(recording, request),
    async close() {
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, sleep(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}
