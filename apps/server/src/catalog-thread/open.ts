import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ModelStore } from '@lantern/api/catalog/model-file/store';
import { here, type Remote, remote } from '@lantern/api/shared/remote';
import { currency } from '@lantern/text/currency';
import { startThread } from '../start-thread.ts';

/** A build passes much through the thread, for which it would otherwise take, and keep, as much memory as it can get. */
const MAX_MB = 256;

/** Opens the model file at `path` on a thread of its own; during development, when nothing is bundled, on this one. */
export function openOnThread(path: string): Remote<ModelStore> {
  const bundle = new URL('./catalog-thread.js', import.meta.url);
  if (!existsSync(fileURLToPath(bundle))) return here(new ModelStore(path));
  return remote(() => startThread(bundle, { path, currency: currency() }, MAX_MB));
}
