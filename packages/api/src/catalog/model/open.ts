import { join } from 'node:path';
import { makeFolder } from '@lantern/db/folder';
import { LocalFile } from '@lantern/db/local-file';
import { here, type Remote } from '../../shared/remote.ts';
import { ModelStore } from '../model-file/store.ts';
import { CatalogModel } from './model.ts';

const MAX_PROCESSES = 64;

/**
 * Opens the first model file of a folder that no other process uses, which may be one that an earlier process has left.
 * `write` opens it for writing, on another thread if there is one.
 * Throws what the file system throws.
 */
export function openModel(folder: string, write: (path: string) => Remote<ModelStore> = openHere): CatalogModel {
  makeFolder(folder);
  const { path, lock } = freeFile(folder);
  return new CatalogModel(write(path), () => new ModelStore(path), lock);
}

function openHere(path: string): Remote<ModelStore> {
  return here(new ModelStore(path));
}

function freeFile(folder: string): { path: string; lock: Disposable } {
  for (let number = 1; number <= MAX_PROCESSES; number++) {
    const path = join(folder, `catalog-${number}.db`);
    const lock = LocalFile.lock(`${path}.lock`);
    if (lock) return { path, lock };
  }
  throw new Error(`All files for the catalogue in ${folder} are in use.`);
}
