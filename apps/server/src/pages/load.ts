import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Currency } from '@lantern/text/currency';
import type { Renderer, RendererModule } from '@lantern/web/rendering';
import { type BuiltFile, readBuiltFiles } from './built-files.ts';

/** The built web app. */
export interface WebApp {
  /** What browsers get. */
  files: ReadonlyMap<string, BuiltFile>;
  renderer: Renderer;
  /** The page without anything on it. */
  template: string;
}

/** What all pages of a store have in common. */
interface StoreFacts {
  currency: Currency;
  /** Where browsers load images from; null for the store itself. */
  images?: URL | null;
}

/** Loads what `vite build` has made in `folder`. */
export async function loadWebApp(folder: string, { currency, images = null }: StoreFacts): Promise<WebApp> {
  const clientDir = join(folder, 'client');
  const template = await readFile(join(clientDir, 'index.html'), 'utf8');
  const manifest = JSON.parse(await readFile(join(clientDir, '.vite/manifest.json'), 'utf8'));
  const module: RendererModule = await import(pathToFileURL(join(folder, 'server/server.js')).href);
  return {
    files: await readBuiltFiles(clientDir),
    template,
    renderer: module.createRenderer({ template, manifest, currency, images: images?.href ?? null }),
  };
}
