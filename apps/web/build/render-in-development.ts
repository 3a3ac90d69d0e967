import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import type { Envelope, RendererModule } from '../src/rendering/types.ts';

const TEMPLATE = fileURLToPath(new URL('../index.html', import.meta.url));

/** Renders pages while developing, as the store's server does with the built ones; asks the API over HTTP. */
export function renderInDevelopment(apiUrl: string): Plugin {
  return {
    name: 'render-in-development',
    apply: 'serve',
    // What is returned is installed behind Vite's own middlewares: all that is left are pages.
    configureServer: (server) => () => server.middlewares.use(rendering(server, apiUrl)),
  };
}

function rendering(server: ViteDevServer, apiUrl: string) {
  const currency = storeCurrency();
  return async (...[request, response, next]: [...Parameters<RequestListener>, (error: unknown) => void]) => {
    const { originalUrl: url = '/', headers } = Object.assign(request, { originalUrl: request.url });
    try {
      const template = await server.transformIndexHtml(url, await readFile(TEMPLATE, 'utf8'));
      const { createRenderer } = (await server.ssrLoadModule('/src/rendering/server.tsx')) as RendererModule;
      const page = await createRenderer({
        template: withStyles(template, server),
        manifest: {},
        currency,
        images: null,
      }).render({
        ...languageUrl(url),
        origin: `http://${headers.host}`,
        ask: (path, input) => askOverHttp(apiUrl, path, input),
      });
      const location = page.location === undefined ? {} : { location: page.location };
      response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8', ...location }).end(page.html);
    } catch (error) {
      next(error);
    }
  };
}

/** As the server reads it, which refuses what is none. */
function storeCurrency() {
  const code = process.env.CURRENCY || 'EUR';
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
  }).resolvedOptions();
  return { code, digits };
}

/** As the server reads it: the language at the beginning of a path. */
function languageUrl(url: string) {
  const all = (process.env.LANGUAGES || 'en,de').split(',');
  const [, code, rest = ''] = /^\/([a-z]+)(?=$|[/?])(.*)$/.exec(url) ?? [];
  if (code === undefined || !all.slice(1).includes(code)) return { url, language: { code: all[0] ?? 'en', all } };
  return { url: rest.startsWith('/') ? rest : `/${rest}`, language: { code, all } };
}

/** Vite's styles come with the code, after the page has been seen without them. */
function withStyles(template: string, { environments }: ViteDevServer): string {
  const urls = [...environments.ssr.moduleGraph.idToModuleMap.values()].map(({ url }) => url);
  const links = urls.filter((url) => /\.css$/.test(url)).map((url) => `<link rel="stylesheet" href="${url}?direct">`);
  return template.replace('</head>', `${links.join('')}</head>`);
}

async function askOverHttp(apiUrl: string, path: string, input: unknown): Promise<Envelope> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await fetch(`${apiUrl}/trpc/${path}${query}`);
  return response.json();
}
