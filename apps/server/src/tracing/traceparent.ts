/** What a request says of the trace that it belongs to, as W3C's Trace Context has it. */
export interface GivenTrace {
  traceId: string;
  /** That of the caller. */
  spanId: string;
  isSampled: boolean;
}

const FORM = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;

/** Reads the header of that name; null if there is none, or if it is not valid. */
export function traceparent(header: string | string[] | undefined): GivenTrace | null {
  if (typeof header !== 'string') return null;
  const [, version, traceId = '', spanId = '', flags = '', rest] = FORM.exec(header) ?? [];
  // Later versions may have more; there will never be one of that number.
  if (version === undefined || version === 'ff' || (version === '00' && rest !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
