import type { Services } from '@lantern/api/services';
import type { PageLanguage, RenderedPage } from '@lantern/web/rendering';
import { Answer } from '../answers/answer.ts';
import { AnswerCache, type CacheFigures, type Made } from '../answers/cache.ts';
import { type LanguageUrl, languageUrl, movedLanguage } from '../language.ts';
import type { WebApp } from './load.ts';
import { PageQueries } from './queries.ts';

/** What is sent for the URL of a page. */
export interface PageResponse {
  status: number;
  /** Where it has moved. */
  location?: string;
  answer: Answer;
}

/** The store's pages, rendered; those that are the same for everyone are kept until something they show has changed. */
export class Pages {
  readonly #cache: AnswerCache | null;
  /** Those that are only rendered in the browser, by their HTML: there are as many as routes. */
  readonly #plain = new Map<string, Answer>();

  constructor(
    private readonly services: Services,
    private readonly web: WebApp,
  ) {
    this.#cache = services.model && new AnswerCache(services.model);
  }

  /**
   * The page at a path with its query, of which the first part may be a language. Awaits `beforeRendering` if it has to be made, and passes on what that throws.
   */
  async at(given: string, requestId: string, beforeRendering: () => Promise<void>): Promise<PageResponse> {
    const { language, url } = languageUrl(given, this.services.languages);
    const path = this.web.renderer.keyOf(url);
    if (path === null) return this.#plainPage({ language, url }, requestId);
    const key = `${language} ${path}`;
    const kept = this.#cache?.get(key);
    if (kept) return { status: 200, answer: kept };
    await beforeRendering();
    let own: PageResponse | undefined;
    const made = await this.#cache?.make(key, async (): Promise<Made | undefined> => {
      const { page, shows } = await this.#render({ language, url }, requestId);
      own = responseOf(page);
      return page.status === 200 && shows ? { answer: own.answer, shows, language: null, isSlow: true } : undefined;
    });
    if (made) return { status: 200, answer: made.answer };
    // Somebody else's may have been one that is not shared.
    return own ?? responseOf((await this.#render({ language, url }, requestId)).page);
  }

  /** How much of what was asked was kept; undefined if nothing is. */
  get figures(): CacheFigures | undefined {
    return this.#cache?.figures;
  }

  /** The pattern of a page's path, such as `/p/:slug`; `*` if there is no such page. */
  patternOf(given: string): string {
    return this.web.renderer.patternOf(languageUrl(given, this.services.languages).url);
  }

  /** Whether there are pages of this pattern, in whichever spelling of the language; not whether this one can be shown. */
  isKnown(given: string): boolean {
    return this.patternOf(movedLanguage(given, this.services.languages) ?? given) !== '*';
  }

  /** A page without anything on it, at the same path: the browser makes it. */
  empty(given: string): Answer {
    const { language } = languageUrl(given, this.services.languages);
    return new Answer(Buffer.from(this.web.renderer.empty(this.#language(language))));
  }

  /** Instead of a page at this path that failed with this status. */
  async broken(given: string, status: number): Promise<Answer> {
    const { language, url } = languageUrl(given, this.services.languages);
    return new Answer(Buffer.from(await this.web.renderer.broken({ url, language: this.#language(language) }, status)));
  }

  #language(code: string): PageLanguage {
    return { code, all: this.services.languages };
  }

  async #plainPage(url: LanguageUrl, requestId: string): Promise<PageResponse> {
    const { page } = await this.#render(url, requestId);
    if (page.location !== undefined) return responseOf(page);
    const answer = this.#plain.get(page.html) ?? new Answer(Buffer.from(page.html));
    this.#plain.set(page.html, answer);
    return { status: page.status, answer };
  }

  async #render({ language, url }: LanguageUrl, requestId: string) {
    const queries = new PageQueries(this.services, requestId, language);
    const ask = (path: string, input: unknown) => queries.ask(path, input);
    const page = await this.web.renderer.render({
      ...{ url, ask },
      origin: this.services.storeUrl,
      language: this.#language(language),
    });
    return { page, shows: queries.shows };
  }
}

function responseOf({ status, location, html }: RenderedPage): PageResponse {
  return { status, location, answer: new Answer(Buffer.from(html)) };
}
