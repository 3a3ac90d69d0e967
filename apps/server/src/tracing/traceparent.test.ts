import { expect, test } from 'vitest';
import { traceparent } from './traceparent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

test('the trace of a caller is read', () => {
  expect(traceparent(`00-${TRACE}-${SPAN}-01`)).toEqual({ traceId: TRACE, spanId: SPAN, isSampled: true });
  expect(traceparent(`00-${TRACE}-${SPAN}-00`)).toMatchObject({ isSampled: false });
  expect(traceparent(`cc-${TRACE}-${SPAN}-03-and-more`)).toMatchObject({ traceId: TRACE, isSampled: true });
});

test.each([
  undefined,
  '',
  TRACE,
  `00-${TRACE}-${SPAN}`,
  `00-${TRACE}-${SPAN}-01-more`,
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE}\n-${SPAN}-01`,
  ` 00-${TRACE}-${SPAN}-01`,
])('%j is none', (header) => expect(traceparent(header)).toBeNull());
