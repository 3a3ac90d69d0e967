import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { SignedHead } from '../mail/templates/log-head.ts';

/** What is signed: JSON of an array, so that no two heads have the same bytes. Its first word keeps it from being read as anything else. */
function signedText({ shop, seq, hash, at }: Pick<SignedHead, 'shop' | 'seq' | 'hash' | 'at'>): Buffer {
  return Buffer.from(JSON.stringify(['activity log head', shop, seq, hash, at]));
}

const publicBytes = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** Names a public key (SPKI, DER, in base64), as SSH names keys: `SHA256:` and its digest in base64. */
export function fingerprintOf(publicKey: string): string {
  return `SHA256:${createHash('sha256').update(publicKey, 'base64').digest('base64')}`;
}

/** Signs heads of the activity log with a key that the database does not know. */
export class HeadSigner {
  readonly #key: KeyObject;
  /** SPKI, DER, in base64. */
  readonly publicKey: string;
  /** Of the public key: see `fingerprintOf`. */
  readonly fingerprint: string;

  /** @param given an Ed25519 private key: PEM, or PKCS 8 in base64. @throws {TypeError} for anything else. */
  constructor(given: string) {
    this.#key = given.includes('-----BEGIN')
      ? // In some environments, a variable cannot have line breaks.
        createPrivateKey(given.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(given, 'base64'), type: 'pkcs8', format: 'der' });
    if (this.#key.asymmetricKeyType !== 'ed25519') throw new TypeError('It is not an Ed25519 key.');
    this.publicKey = publicBytes(createPublicKey(this.#key)).toString('base64');
    this.fingerprint = fingerprintOf(this.publicKey);
  }

  sign(head: Omit<SignedHead, 'signature' | 'publicKey'>): SignedHead {
    const signature = sign(null, signedText(head), this.#key).toString('base64');
    return { ...head, signature, publicKey: this.publicKey };
  }
}

/** Whether the head was signed with the private key that belongs to `publicKey`, as in `HeadSigner`. */
export function isSignedWith(head: SignedHead, publicKey: string): boolean {
  if (head.signature === null) return false;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64'));
}
