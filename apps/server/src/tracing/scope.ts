import type { IncomingMessage } from 'node:http';
import { Surrounding } from '@lantern/db/surrounding';
import type { RequestLabel } from '../request-label.ts';

type Attributes = Record<string, string>;

/** A step that has begun: another scope, for what is done in it. */
export interface Step extends TraceScope {
  end(hasFailed?: boolean): void;
}

/** The part of a trace that the current code belongs to. */
export interface TraceScope {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** Begins a step; null if it is not recorded. */
  begin(name: string, attributes?: Attributes): Step | null;
}

/** The trace of one request. */
export interface RequestTrace extends TraceScope {
  /** @param status 0 if the client has gone. */
  end(label: RequestLabel, status: number): void;
}

/** Records traces, and sends them on. */
export interface Tracing {
  /** Begins the trace of a request, or its part of the trace that the request says; null if it gets none. */
  begin(request: IncomingMessage): RequestTrace | null;
  /** Sends what has not been sent yet, as far as it can be in a moment. */
  close(): Promise<void>;
}

const scopes = new Surrounding<TraceScope>();

/** Runs `work` as a part of a trace. */
export function inTrace<T>(scope: TraceScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** The scope of the current code, if any. */
export function currentScope(): TraceScope | undefined {
  return scopes.get();
}

/** Records `work` as a step of the current trace, if there is one. */
export async function observeStep<T>(name: string, work: () => Promise<T>, attributes?: Attributes): Promise<T> {
  const step = scopes.get()?.begin(name, attributes);
  if (!step) return work();
  let hasFailed = true;
  try {
    const result = await scopes.run(step, work);
    hasFailed = false;
    return result;
  } finally {
    step.end(hasFailed);
  }
}
