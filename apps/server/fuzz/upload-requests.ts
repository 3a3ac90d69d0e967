import fc from 'fast-check';
import { hostileText, seldom, wellFormed } from './hostile-values.ts';
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

/** What a part may say of itself, and its bytes are not. */
const partHeaders = [
  '',
  '',
  'Content-Type: image/jpeg\r\n',
  'Content-Type: image/svg+xml; charset=utf-7\r\n',
  'Content-Type: multipart/mixed; boundary=y\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'Content-Encoding: gzip\r\n',
  'Content-Type: \xff\xfe\r\n',
];

/** Something that happened to the bytes of an image; places are in thousandths of its length. */
const harm = fc.record({
  flips: fc.array(fc.record({ at: fc.nat(999), to: fc.nat(255) }), { maxLength: 4 }),
  cut: seldom(fc.nat(999)),
  tail: fc.oneof(fc.constant(''), bytes),
});

/** Images that were sound, and are no longer. */
function harmed(images: readonly Buffer[]): fc.Arbitrary<string> {
  return fc.record({ image: fc.constantFrom(...images), harm }).map(({ image, harm: { flips, cut = 1000, tail } }) => {
    const changed = Buffer.from(image);
    for (const { at, to } of flips) changed[Math.floor((changed.length * at) / 1000)] = to;
    return changed.toString('latin1', 0, (changed.length * cut) / 1000) + tail;
  });
}

/** Uploads by an admin: what is no image, or a damaged one of `images`; forms that end early, names that lead elsewhere. */
export const uploadRequests = (images: readonly Buffer[]): fc.Arbitrary<FuzzRequest> =>
  fc
    .record({
      type: fc.oneof({ weight: 5, arbitrary: fc.constant(types[0] ?? '') }, fc.constantFrom(...types)),
      field: fc.oneof({ weight: 3, arbitrary: fc.constant('file') }, hostileText.map(inQuotes)),
      name: fc.oneof(fc.constant('a.png'), hostileText.map(inQuotes)),
      about: fc.constantFrom(...partHeaders),
      content: fc.oneof(
        fc.tuple(fc.constantFrom(...beginnings), bytes).map((parts) => parts.join('')),
        harmed(images),
      ),
      end: fc.constantFrom(
        `\r\n--${BOUNDARY}--\r\n`,
        `\r\n--${BOUNDARY}--\r\n`,
        `\r\n--${BOUNDARY}\r\n`,
        `\r\n--${BOUNDARY}`,
        '',
        '\r\n',
      ),
      cut: seldom(fc.nat(250)),
      headers: fc.constantFrom<[string, string][]>(
        [],
        [],
        [['content-encoding', 'gzip']],
        [['expect', '100-continue']],
      ),
    })
    .map(({ type, field, name, about, content, end, cut, headers }) => {
      const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n${about}\r\n${content}${end}`;
      return {
        as: 'admin',
        method: 'POST',
        path: '/admin/images',
        headers: [['content-type', type], ...headers],
        body: part.slice(0, cut),
        encoding: 'latin1',
      };
    });
