import type { AppRouter } from '@lantern/api/types';
import { setCurrency } from '@lantern/text/currency';
import { setImageBase } from '@lantern/text/image-base';
import { QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { ReactElement } from 'react';
import {
  createStaticHandler,
  createStaticRouter,
  matchRoutes,
  type StaticHandler,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router';
import { BrokenPage, brokenWords } from '../broken-page.tsx';
import type { Head } from '../head/head.ts';
import { headHtml } from '../head/head-html.ts';
import { headTags } from '../head/head-tags.ts';
import { plainHead } from '../head/plain-head.ts';
import { titled } from '../head/store.ts';
import { languagePath, languagePrefix } from '../language/language-path.ts';
import { inLanguage, knownLanguages, messageModules } from '../language/server-languages.ts';
import { translated } from '../lib/api-translation.ts';
import { setApiWords } from '../lib/api-words.ts';
import { createQueryClient, TRPCProvider } from '../lib/trpc.ts';
import { type PageAnswer, PageAnswerContext } from '../page/page-answer.tsx';
import { patternOf, spelledPath } from '../page/spelled-path.ts';
import { isPageHandle } from '../page-route.ts';
import { routes } from '../routes.tsx';
import { PageDocument } from './document.ts';
import { markupOf } from './markup.ts';
import { fetchPending } from './pending-queries.ts';
import { stateOf } from './state.ts';
import type { PageBuild, PageLanguage, PageRequest, PageUrl, RenderedPage, Renderer } from './types.ts';

/** Answers of one kind of query may lead to another one; a page that goes on asking is shown as far as it got. */
const MOST_ROUNDS = 4;

/** What says the API's errors, with which the browser takes over a page that shows one in another language than English. */
const API_WORDS = 'src/lib/api-translation.ts';

setApiWords(translated);

/** Renders pages of this build. Its currency is from then on that of all pages, and so is where their images are. */
export function createRenderer(build: PageBuild): Renderer {
  setCurrency(build.currency);
  setImageBase(build.images);
  const document = new PageDocument(build);
  const handlers = new Map<string, StaticHandler>();

  /** Of paths that begin with a language. */
  function handlerOf(basename: string): StaticHandler {
    const handler = handlers.get(basename) ?? createStaticHandler(routes, { basename: basename || undefined });
    handlers.set(basename, handler);
    return handler;
  }

  const render = (request: PageRequest) => inLanguage(request.language, () => renderIn(request));

  async function renderIn(request: PageRequest): Promise<RenderedPage> {
    const [pathname, search] = partsOf(request.url);
    const spelled = spelledPath(pathname, matchesOf(pathname));
    if (spelled === pathname) return await renderSpelled(request);
    const page = await renderSpelled({ ...request, url: spelled + search });
    // Only now is it known whether there is such a page.
    if (page.status !== 200) return page;
    return { status: 301, location: languagePath(spelled, request.language.code) + search, html: '' };
  }

  async function renderSpelled({ url, language, origin, ask }: PageRequest): Promise<RenderedPage> {
    const handler = handlerOf(languagePrefix(language));
    const context = await handler.query(new Request(origin + languagePrefix(language) + (keyOf(url) ?? url)));
    // No route has a loader that could answer by itself.
    if (context instanceof Response) throw new Error(`${url} was answered without a page.`);
    const { isRendered, modules: own } = handlesOf(context);
    const modules = [...messageModules(language.code), ...own];
    if (!isRendered) return { status: 200, html: document.empty({ head: headOf(null, origin), modules, language }) };
    const client = createQueryClient();
    const router = createStaticRouter(handler.dataRoutes, context);
    const answer: PageAnswer = { status: 200, head: null, origin, search: partsOf(url)[1] };
    const page = (
      <PageAnswerContext.Provider value={answer}>
        <QueryClientProvider client={client}>
          <TRPCProvider trpcClient={createTRPCClient({ links: [askLink(ask)] })} queryClient={client}>
            <StaticRouterProvider router={router} context={context} hydrate={false} />
          </TRPCProvider>
        </QueryClientProvider>
      </PageAnswerContext.Provider>
    );
    const body = await settledMarkup(page, answer, () => fetchPending(client));
    const state = stateOf(client);
    client.clear();
    const { status, location, head } = answer;
    if (location !== undefined) return { status, location, html: '' };
    const errors = state.errors.map(({ error }) => error);
    if (errors.length > 0 && language.code !== 'en') modules.push(API_WORDS);
    const html = document.write({ head: headOf(head, origin), body, state, modules, language });
    return { status: status === 200 ? statusOf(errors) : status, html };
  }

  const empty = (language: PageLanguage) =>
    inLanguage(language, () => {
      const modules = messageModules(language.code);
      return document.empty({ head: headOf(null, ''), modules, language });
    });

  const broken = ({ url, language }: PageUrl, status: number) =>
    inLanguage(language, async () => {
      const body = await markupOf(<BrokenPage url={url} status={status} />);
      const head = headOf(plainHead(brokenWords(status).title), '');
      return document.empty({ head, modules: messageModules(language.code), language, body });
    });

  return { render, empty, broken, keyOf, patternOf: routeOf, languages: knownLanguages };
}

/** Renders until nothing more is asked for. */
async function settledMarkup(page: ReactElement, answer: PageAnswer, fetchMore: () => Promise<boolean>) {
  for (let round = 1; ; round += 1) {
    answer.status = 200;
    const markup = await markupOf(page);
    if (round === MOST_ROUNDS || !(await fetchMore())) return markup;
  }
}

/** What the routes of a page say. */
function handlesOf({ matches }: StaticHandlerContext) {
  const handles = matches.map(({ route }): unknown => route.handle).filter(isPageHandle);
  return { isRendered: handles.some(({ reads }) => reads), modules: handles.flatMap(({ source }) => source ?? []) };
}

/** A page's head as HTML; of one that says nothing, that it is not for everyone. */
function headOf(head: Head | null, origin: string): string {
  return headHtml(headTags(head ?? { title: titled(undefined), isIndexed: false }, origin));
}

/** Asks the API in the same process instead of over HTTP. */
function askLink(ask: PageRequest['ask']): TRPCLink<AppRouter> {
  return () =>
    ({ op: { path, input } }) =>
      observable((observer) => {
        ask(path, input).then(
          (envelope) => {
            if ('error' in envelope) return observer.error(TRPCClientError.from(Object(envelope)));
            observer.next({ result: { data: envelope.result.data } });
            observer.complete();
          },
          (error: unknown) =>
            observer.error(TRPCClientError.from(error instanceof Error ? error : new Error(String(error)))),
        );
      });
}

/** Some of a page may be missing, which must not be kept or listed as if it were the page. */
function statusOf(errors: unknown[]): number {
  const statuses = errors.map((error) => Number(Reflect.get(Object(Reflect.get(Object(error), 'data')), 'httpStatus')));
  return Math.max(200, ...statuses.filter((status) => status >= 500 || status === 429));
}

let latest = { pathname: '', matches: matchesAt('') };

function matchesAt(pathname: string) {
  return matchRoutes(routes, pathname) ?? [{ route: { path: '*', handle: undefined } }];
}

/** Kept for the latest path: a request asks for its pattern, and then for what decides the page. */
function matchesOf(pathname: string) {
  if (latest.pathname !== pathname) latest = { pathname, matches: matchesAt(pathname) };
  return latest.matches;
}

/** The path of a URL, and its query with the question mark; empty if there is none. */
function partsOf(url: string): [pathname: string, search: string] {
  const [pathname = '/', search = ''] = url.split(/(\?.*)/s);
  return [pathname, search];
}

function routeOf(url: string): string {
  const pattern = patternOf(matchesOf(partsOf(url)[0]));
  return pattern === '*' ? pattern : `/${pattern}`;
}

/** Of the query only what the page reads, in one order. */
function keyOf(url: string): string | null {
  const [pathname, search] = partsOf(url);
  const handle = matchesOf(pathname)
    .map(({ route }): unknown => route.handle)
    .find(isPageHandle);
  if (!handle?.reads) return null;
  const given = new URLSearchParams(search);
  const read = handle.reads.flatMap((name) => {
    if (!name.endsWith('*')) return [...given].filter(([own]) => own === name).slice(0, 1);
    return [...given].filter(([own]) => own.startsWith(name.slice(0, -1))).sort();
  });
  return read.length > 0 ? `${pathname}?${new URLSearchParams(read)}` : pathname;
}
