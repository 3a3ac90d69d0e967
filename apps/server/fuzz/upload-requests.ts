import fc from 'fast-check';
import { hostileText, wellFormed } from './hostile-values.ts';
import type { FuzzRequest } from './request.ts';

const BOUNDARY = 'x-x-x';

/** How images begin: enough to be taken for one. */
const beginnings = [
  '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x00\x01\x00\x01\x00\x01\x08\x06\x00\x00\x00',
  '\xff\xd8\xff\xe0\x00\x10JFIF\x00',
  'RIFF\xff\xff\xff\xffWEBPVP8 ',
  'GIF89a\xff\xff\xff\xff',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>',
  '\x00\x00\x00\x1cftypavif',
  '',
];

const types = [
  `multipart/form-data; boundary=${BOUNDARY}`,
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary="${BOUNDARY}`,
  'multipart/form-data; boundary=another',
  `multipart/mixed; boundary=${BOUNDARY}`,
  'image/png',
  'application/json',
];

const bytes = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), maxLength: 200 });
const inQuotes = (text: string) => Buffer.from(wellFormed(text)).toString('latin1').replaceAll('"', '%22');

/** Uploads by an admin: what is no image, forms that end early, names that lead elsewhere. */
export const uploadRequests: fc.Arbitrary<FuzzRequest> = fc
  .record({
    type: fc.oneof({ weight: 5, arbitrary: fc.constant(types[0] ?? '') }, fc.constantFrom(...types)),
    field: fc.oneof({ weight: 3, arbitrary: fc.constant('file') }, hostileText.map(inQuotes)),
    name: fc.oneof(fc.constant('a.png'), hostileText.map(inQuotes)),
    content: fc.tuple(fc.constantFrom(...beginnings), bytes).map((parts) => parts.join('')),
    end: fc.constantFrom(
      `\r\n--${BOUNDARY}--\r\n`,
      `\r\n--${BOUNDARY}--\r\n`,
      `\r\n--${BOUNDARY}\r\n`,
      `\r\n--${BOUNDARY}`,
      '',
      '\r\n',
    ),
    cut: fc.option(fc.nat(150), { nil: undefined, freq: 4 }),
    headers: fc.constantFrom<[string, string][]>([], [], [['content-encoding', 'gzip']], [['expect', '100-continue']]),
  })
  .map(({ type, field, name, content, end, cut, headers }) => {
    const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n${content}${end}`;
    return {
      as: 'admin',
      method: 'POST',
      path: '/admin/images',
      headers: [['content-type', type], ...headers],
      body: part.slice(0, cut),
      encoding: 'latin1',
    };
  });
