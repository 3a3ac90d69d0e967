/*
 * What the server and the rendered pages say to each other. Types only: the server loads the built renderer, none of its
 * sources.
 */

import type { Currency } from '@lantern/text/currency';

/** The answer of the API to one query, in tRPC's own form. */
export type Envelope = { result: { data: unknown } } | { error: { message: string; code: number; data: unknown } };

/** The language of a page, and all of the store; the first is that of paths without one. */
export interface PageLanguage {
  code: string;
  all: readonly string[];
}

export interface PageRequest extends PageUrl {
  /** The store's own origin, for absolute addresses in the head. */
  origin: string;
  /** Asks the API for what is the same for everyone. */
  ask(path: string, input: unknown): Promise<Envelope>;
}

export interface PageUrl {
  /** The path with its query, without the language at its beginning. */
  url: string;
  language: PageLanguage;
}

export interface RenderedPage {
  status: number;
  /** Where the page has moved; only with a status of 301 or 302. */
  location?: string;
  html: string;
}

export interface Renderer {
  /** Renders a page as everybody sees it who is not logged in. Never rejects for what a URL says. */
  render(request: PageRequest): Promise<RenderedPage>;
  /** A page without anything on it: the browser makes it. */
  empty(language: PageLanguage): string;
  /** Instead of a page that could not be rendered: says so with this status, until the browser makes it, if that can. */
  broken(page: PageUrl, status: number): Promise<string>;
  /** The languages that pages can be rendered in. */
  languages: readonly string[];
  /**
   * The path and query that decide what a page shows: the same for URLs that show the same. Null for a page that is only
   * rendered in the browser, because it is about whoever looks at it. Each language has its own page under it.
   */
  keyOf(url: string): string | null;
  /** The pattern of the route that a URL leads to, such as `/p/:slug`; `*` if there is no such page. */
  patternOf(url: string): string;
}

/** The module that `vite build --ssr` makes. */
export interface RendererModule {
  createRenderer(build: PageBuild): Renderer;
}

/** What the build for browsers has made, and what all pages of a store have in common. */
export interface PageBuild {
  currency: Currency;
  /** Where browsers load images from, `https://cdn.example`; null for the store itself. */
  images: string | null;
  /** index.html. */
  template: string;
  /** Vite's manifest: its chunks by their source. */
  manifest: Record<string, ManifestChunk>;
}

export interface ManifestChunk {
  file: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}
