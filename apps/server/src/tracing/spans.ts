import type { IncomingMessage } from 'node:http';
import type { Span, Tracer } from '@opentelemetry/api';
import { labelOf, type RequestLabel } from '../request-label.ts';
import type { RequestTrace, Step, TraceScope } from './scope.ts';
import { traceparent } from './traceparent.ts';

/** More steps of a request say no more about it: an export sends thousands of statements. */
const MOST_STEPS = 200;
/** Asked every few seconds, by whoever watches the store. */
const UNTRACED = /^\/(?:healthz|readyz)(?:\?|$)/;

/** What makes spans. The API comes as a value, since it is loaded only if traces are recorded. */
interface Recording {
  api: typeof import('@opentelemetry/api');
  tracer: Tracer;
}

/** Begins the span of a request; null for one that would say nothing. */
export function beginRequest(recording: Recording, request: IncomingMessage): RequestTrace | null {
  // A stream lasts for hours, with all that is sent in it.
  if (UNTRACED.test(request.url ?? '') || labelOf(request).kind === 'stream') return null;
  const { api, tracer } = recording;
  const given = traceparent(request.headers.traceparent);
  const traceFlags = given?.isSampled ? api.TraceFlags.SAMPLED : api.TraceFlags.NONE;
  const context = given
    ? api.trace.setSpanContext(api.ROOT_CONTEXT, { ...given, traceFlags, isRemote: true })
    : api.ROOT_CONTEXT;
  const { method = 'GET' } = request;
  const span = tracer.startSpan(method, { kind: api.SpanKind.SERVER }, context);
  span.setAttribute('http.request.method', method);
  return new RequestSpan(recording, span, method);
}

class SpanScope implements TraceScope {
  readonly traceId: string;

  constructor(
    protected readonly recording: Recording,
    protected readonly span: Span,
    /** How many more steps the whole request may have. */
    protected readonly room: { left: number },
  ) {
    this.traceId = span.spanContext().traceId;
  }

  begin(name: string, attributes: Record<string, string> = {}): Step | null {
    if (this.room.left <= 0) return null;
    this.room.left -= 1;
    const { api, tracer } = this.recording;
    const kind = 'db.system.name' in attributes ? api.SpanKind.CLIENT : api.SpanKind.INTERNAL;
    const span = tracer.startSpan(name, { kind, attributes }, api.trace.setSpan(api.ROOT_CONTEXT, this.span));
    return new StepSpan(this.recording, span, this.room);
  }

  protected failed(): void {
    this.span.setStatus({ code: this.recording.api.SpanStatusCode.ERROR });
  }
}

class StepSpan extends SpanScope implements Step {
  end(hasFailed = false): void {
    if (hasFailed) this.failed();
    this.span.end();
  }
}

class RequestSpan extends SpanScope implements RequestTrace {
  constructor(
    recording: Recording,
    span: Span,
    private readonly method: string,
  ) {
    super(recording, span, { left: span.isRecording() ? MOST_STEPS : 0 });
  }

  end({ kind, route }: RequestLabel, status: number): void {
    // What a request has begun for others may go on, but no longer belongs to it.
    this.room.left = 0;
    this.span.updateName(kind === 'api' ? route : `${this.method} ${route}`);
    this.span.setAttribute('http.route', route);
    if (status > 0) this.span.setAttribute('http.response.status_code', status);
    if (status >= 500) this.failed();
    this.span.end();
  }
}
