import fc from 'fast-check';
import { seldom } from './hostile-values.ts';

/** What is written to a connection, a letter a byte. */
export interface RawRequest {
  bytes: string;
  /** Whether it is unclear where its body ends, so that a proxy in front might see another request in it: only a refusal is safe. */
  isUnclear: boolean;
}

/** A whole request where a body is expected: nobody may answer it. */
const SMUGGLED = 'GET /healthz HTTP/1.1\r\nHost: smuggled\r\n\r\n';
const HEX = SMUGGLED.length.toString(16);
const CHUNKS = `${HEX}\r\n${SMUGGLED}\r\n0\r\n\r\n`;

interface Framing {
  lines: string[];
  body: string;
  /** Where it can be seen that the end of the body is unclear. What needs no body is answered before that is read. */
  unclearIn: 'head' | 'body' | null;
}

const clear = (lines: string[], body: string): Framing => ({ lines, body, unclearIn: null });
const unclear = (lines: string[], body: string): Framing => ({ lines, body, unclearIn: 'head' });
const broken = (lines: string[], body: string): Framing => ({ lines, body, unclearIn: 'body' });

const LENGTH = `Content-Length: ${SMUGGLED.length}`;
const CHUNKED = 'Transfer-Encoding: chunked';

const clearFramings = [
  clear([], ''),
  clear([LENGTH], SMUGGLED),
  clear(['Content-Length: 0'], ''),
  clear([CHUNKED], CHUNKS),
  clear(['transfer-ENCODING:\tchunked'], CHUNKS),
  clear([CHUNKED], `${HEX};ext="${'x'.repeat(100)}"\r\n${SMUGGLED}\r\n0\r\nTrailer: x\r\n\r\n`),
];

const lengths = [
  '-1',
  `+${SMUGGLED.length}`,
  `${SMUGGLED.length} 0`,
  `0x${HEX}`,
  `${SMUGGLED.length}, 0`,
  `0, ${SMUGGLED.length}`,
  `${SMUGGLED.length}.0`,
  `${SMUGGLED.length};`,
  `\x00${SMUGGLED.length}`,
  '99999999999999999999',
  '',
].map((length) => unclear([`Content-Length: ${length}`], SMUGGLED));

const encodings = [
  'Transfer-Encoding: gzip',
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding: chunked, gzip',
  'Transfer-Encoding: chunked\x0b',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding\t: chunked',
  'Transfer\x00-Encoding: chunked',
].map((line) => unclear([line], CHUNKS));

const chunks = [
  `zz\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  `-1\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  `0x${HEX}\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  `1${'0'.repeat(16)}${HEX}\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  `1\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  `ff\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  `${HEX}\n${SMUGGLED}\n0\n\n`,
  `${HEX}${SMUGGLED}`,
  `${HEX};a\n\r\n${SMUGGLED}\r\n0\r\n\r\n`,
].map((body) => broken([CHUNKED], body));

const unclearFramings = [
  unclear([LENGTH, CHUNKED], CHUNKS),
  unclear([CHUNKED, 'Content-Length: 5'], CHUNKS),
  unclear(['Content-Length: 0', LENGTH], SMUGGLED),
  unclear([LENGTH, 'Content-Length: 0'], SMUGGLED),
  broken(['Content-Length: 1000'], SMUGGLED),
  ...lengths,
  ...encodings,
  ...chunks,
];

const framing = fc.oneof(fc.constantFrom(...clearFramings), fc.constantFrom(...unclearFramings));

const methods = [
  'GET',
  'POST',
  'POST',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PRI',
  'get',
  'G\x00T',
  'A'.repeat(300),
  '',
];
const targets = [
  '/',
  '/healthz',
  '/p/mug',
  '/trpc/auth.logout',
  '/trpc/catalog.list',
  '/admin/images',
  '*',
  'http://evil.example/healthz',
  'http://evil.example:99999/',
  'evil.example:443',
  '//evil.example/%2e%2e',
  '/%',
  '/%zz/%00',
  '/%c0%af%ff',
  '/a\x00b',
  '/\xff\xfe',
  '/..;/..\\',
  '/a b',
  '',
  '?input={',
  `/${'a'.repeat(20_000)}`,
  `/trpc/catalog.list?input=${'%7B'.repeat(4000)}`,
];
const versions = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/1.10', 'http/1.1', ''];
const hosts = [
  'Host: x',
  'Host: x',
  'Host: evil.example',
  'Host: a\r\nHost: b',
  'Host:',
  'Host: x@y:z',
  'Host: [::1',
  'X: y',
];
const strange = [
  ' folded: x',
  '\tfolded',
  'X : y',
  ': y',
  'X\x00: y',
  'X: \x00',
  'X: \x7f\xff',
  'X: a\rb',
  'no colon',
  'Expect: 100-continue',
  'Expect: 200-ok',
  'Upgrade: h2c',
  'Connection: close, upgrade, te, content-length, transfer-encoding',
  'Content-Type: application/json',
  'Content-Type: multipart/form-data; boundary=x',
  'Content-Encoding: gzip',
  'Cookie: \xff=\xfe; session=%',
  'Forwarded: for="\xff"; host=evil.example',
  `Cookie: ${'x'.repeat(20_000)}`,
  'A: b\r\n'.repeat(2500).trim(),
];
const ends = ['\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '\r\r\n'];

/** Requests as no client sends them: unclear, cut off, with any byte anywhere. */
export const rawRequests: fc.Arbitrary<RawRequest> = fc
  .record({
    framing,
    method: fc.constantFrom(...methods),
    target: fc.constantFrom(...targets),
    version: fc.constantFrom(...versions),
    host: fc.constantFrom(...hosts),
    others: fc.array(fc.constantFrom(...strange), { maxLength: 2 }),
    end: fc.constantFrom(...ends),
    /** Whether everything but the framing is sound, so that it alone decides. */
    isOtherwiseSound: fc.boolean(),
    cut: seldom(fc.nat(400)),
  })
  .map(({ framing: { lines, body, unclearIn }, isOtherwiseSound, cut, ...given }) => {
    const sound = { method: 'POST', target: '/trpc/auth.logout', version: 'HTTP/1.1', host: 'Host: x', end: '\r\n' };
    const { method, target, version, host, end } = isOtherwiseSound ? sound : given;
    const others = isOtherwiseSound ? ['Content-Type: application/json'] : given.others;
    const head = [`${method} ${target} ${version}`, host, ...others, ...lines].join(end);
    const isSeen = unclearIn === 'head' || (unclearIn === 'body' && isOtherwiseSound);
    return { bytes: `${head}${end}${end}${body}`.slice(0, cut), isUnclear: isSeen && cut === undefined };
  });
