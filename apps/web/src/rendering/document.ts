import { currencyAttribute } from './currency-attribute.ts';
import { imagePreload } from './image-preload.ts';
import { imagesAttribute } from './images-attribute.ts';
import { type PageState, STATE_ID } from './state.ts';
import type { PageBuild, PageLanguage } from './types.ts';

/** The parts of a rendered page. */
interface Parts {
  /** HTML. */
  head: string;
  /** HTML. */
  body: string;
  state: PageState;
  /** The sources of the modules that it consists of, as the manifest names them. */
  modules: string[];
  language: PageLanguage;
}

/** Puts rendered pages into index.html. */
export class PageDocument {
  readonly #parts: [string, string, string, string];
  readonly #manifest: PageBuild['manifest'];
  /** Of the root element: the same on all pages. */
  readonly #store: string;
  /** What every page has anyway. */
  readonly #known: Set<string>;

  constructor({ template, manifest, currency, images }: PageBuild) {
    const [start, root] = cut(template, ' lang="en"');
    const [before, rest] = cut(root, /<!--head-->.*?<!--\/head-->/s);
    const [between, after] = cut(rest, '<!--page-->');
    this.#parts = [start, before, between, after];
    this.#manifest = manifest;
    this.#store = currencyAttribute(currency) + imagesAttribute(images);
    this.#known = new Set([...template.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = '']) => file));
  }

  write({ head, body, state, modules, language }: Parts): string {
    const [start, before, between, after] = this.#parts;
    const json = `<script id="${STATE_ID}" type="application/json">${inScript(state)}</script>`;
    // The state stands after the root, which belongs to React. Not as a text to replace with: `$'` in it would mean something.
    const end = after.replace('</div>', () => `</div>${json}`);
    const preloads = imagePreload(body) + this.#preloads(modules);
    return `${start}${attributes(language)}${this.#store}${before}${head}${preloads}${between}${body}${end}`;
  }

  /** A page that is rendered in the browser, and shows `body` until then. */
  empty({ head, modules, language, body = '' }: Omit<Parts, 'body' | 'state'> & { body?: string }): string {
    const [start, before, between, after] = this.#parts;
    return `${start}${attributes(language)}${this.#store}${before}${head}${this.#preloads(modules)}${between}${body}${after}`;
  }

  /** Without these, the browser would learn of a page's own code and styles from the code before it. */
  #preloads(modules: string[]): string {
    const [scripts, styles] = [new Set<string>(), new Set<string>()];
    const visit = (name: string) => {
      const chunk = this.#manifest[name];
      if (!chunk || scripts.has(chunk.file)) return;
      scripts.add(chunk.file);
      for (const style of chunk.css ?? []) styles.add(style);
      for (const imported of chunk.imports ?? []) visit(imported);
    };
    for (const name of modules) visit(name);
    const isNew = (file: string) => !this.#known.has(file);
    return [
      ...[...styles].filter(isNew).map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
      ...[...scripts].filter(isNew).map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ].join('');
  }
}

/** Of the root element: what the browser knows of the store's languages. */
function attributes({ code, all }: PageLanguage): string {
  return ` lang="${code}" data-languages="${all.join(' ')}"`;
}

/** JSON that cannot end the script element it is in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function cut(text: string, at: string | RegExp): [string, string] {
  const [before, after, ...more] = text.split(at);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`index.html needs ${at} once.`);
  return [before, after];
}
