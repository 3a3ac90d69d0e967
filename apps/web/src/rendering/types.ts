/*
 * What the server and the rendered pages say to each other. Types only: the server loads the built renderer, none of its
 * sources.
 */

/** The answer of the API to one query, in tRPC's own form. */
export type Envelope = { result: { data: unknown } } | { error: { message: string; code: number; data: unknown } };

export interface PageRequest {
  /** The path with its query. */
  url: string;
  /** The store's own origin, for absolute addresses in the head. */
  origin: string;
  /** Asks the API for what is the same for everyone. */
  ask(path: string, input: unknown): Promise<Envelope>;
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
  /**
   * The path and query that decide what a page shows: the same for URLs that show the same. Null for a page that is only
   * rendered in the browser, because it is about whoever looks at it.
   */
  keyOf(url: string): string | null;
}

/** The module that `vite build --ssr` makes. */
export interface RendererModule {
  createRenderer(build: PageBuild): Renderer;
}

/** What the build for browsers has made. */
export interface PageBuild {
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
