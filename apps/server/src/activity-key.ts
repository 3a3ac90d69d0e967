import { generateKeyPairSync } from 'node:crypto';
import { HeadSigner } from '@lantern/api/activity/head-signer';

/** `npm run activity:key`: makes a key to sign heads of the activity log with, and prints both of its halves. */
const { privateKey } = generateKeyPairSync('ed25519');
const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const { publicKey, fingerprint } = new HeadSigner(key);
console.log(`For the store's environment, and nobody else:
ACTIVITY_SIGNING_KEY=${key}

For whoever keeps the heads:
public key  ${publicKey}
fingerprint ${fingerprint}`);
