import { generateKeyPairSync } from 'node:crypto';
import { HeadSigner } from '../activity/head-signer.ts';

/** Signs heads of the log with a new key. */
export function newSigner(): HeadSigner {
  const { privateKey } = generateKeyPairSync('ed25519');
  return new HeadSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}
