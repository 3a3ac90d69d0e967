/* Verifies an exported activity log (JSON lines, without filters), without the store: node verify-log.mjs FILE [FINGERPRINT] */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const [file, trusted] = process.argv.slice(2);
const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);

/** @throws {Error} that names the first fault. */
function verifyLog(lines) {
  const last = parse(lines.at(-1) ?? '', lines.length);
  if (!last.head) throw new Error('The file was cut off: its last line is not the head of the log.');
  const { head } = last;
  let expected = head;
  lines.slice(0, -1).forEach((text, index) => {
    const entry = parse(text, index + 1);
    const fail = (what) => {
      throw new Error(`Line ${index + 1}: ${what}`);
    };
    if (entry.seq !== expected.seq) fail(`entry ${expected.seq} is missing or out of place; here is ${entry.seq}.`);
    if (sha256(String(entry.hashed), 'hex') !== entry.hash) fail(`entry ${entry.seq} was altered.`);
    if (entry.hash !== expected.hash) fail(`entry ${entry.seq} is not the one that its successor or the head names.`);
    if (!isDeepStrictEqual(entry, shown(entry))) fail(`entry ${entry.seq} shows something else than what was hashed.`);
    expected = { seq: entry.seq - 1, hash: entry.previousHash };
  });
  if (expected.seq !== 0) throw new Error(`The oldest entries are missing, up to entry ${expected.seq}.`);
  if (/[^0]/.test(expected.hash)) throw new Error('The log does not begin at its beginning.');
  return `${head.seq} entries verified, up to ${head.at}, ${signer(head)}.`;
}

function signer({ shop, seq, hash, at, signature, publicKey }) {
  if (signature === null && !trusted) return 'not signed';
  if (signature === null) throw new Error('The head is not signed.');
  const spki = Buffer.from(publicKey, 'base64');
  const fingerprint = `SHA256:${sha256(spki, 'base64')}`;
  if (trusted && trusted !== fingerprint) throw new Error(`The head was signed with another key: ${fingerprint}.`);
  const signed = Buffer.from(JSON.stringify(['activity log head', shop, seq, hash, at]));
  const key = createPublicKey({ key: spki, type: 'spki', format: 'der' });
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) throw new Error('The signature is wrong.');
  return `signed by ${shop} with ${fingerprint}`;
}

/** Fields that were once called otherwise: they are shown as they are called now, and hashed as they were then. */
const renamed = { product: { highlight: 'tagline' }, category: { tint: 'accent' } };

/** All that a line may show, from what was hashed of it. Whether a change can be undone is a hint of the day, and not hashed. */
function shown({ hashed, hash, undoable }) {
  const [seq, at, actorId, email, action, type, id, label, told, requestId, ip, previousHash] = JSON.parse(hashed);
  const nameOf = (field) => renamed[type]?.[field] ?? field;
  const changes = told.map(([field, before, after]) => ({ field: nameOf(field), before, after }));
  const [actor, entity] = [
    { id: actorId, email },
    { type, id, label },
  ];
  return { seq, at, actor, action, entity, changes, requestId, ip, undoable, previousHash, hash, hashed };
}

function parse(text, number) {
  const altered = new Error(`Line ${number} was altered or cut off.`);
  try {
    const value = JSON.parse(text);
    // A name that is there twice would be read once.
    if (Object(value) === value && JSON.stringify(value) === text) return value;
  } catch {
    throw altered;
  }
  throw altered;
}

try {
  console.log(verifyLog(readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
