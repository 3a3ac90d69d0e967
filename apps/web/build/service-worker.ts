import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

/** What pages need that can be read without a connection, besides what the first script imports. */
const SOURCES = [
  'src/cart/cart-drawer.tsx',
  'src/cart/cart-page.tsx',
  'src/catalog/filter-drawer.tsx',
  'src/catalog/no-matches.tsx',
  'src/catalog/search-page.tsx',
  'src/late.ts',
  'src/product/recently-viewed.tsx',
  'src/product/size-fold.tsx',
  'src/store-page/store-page.tsx',
];

const source = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

/** Adds the service worker, and the script of the page that it shows without a connection. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    generateBundle: {
      // Behind what adds the styles.
      order: 'post',
      async handler(_options, bundle) {
        const comeBack = await scriptOf(source('offline/come-back.ts'));
        const files = filesOf(bundle);
        const style = files.find((name) => name.endsWith('.css'));
        if (!style) this.error('There are no styles in the bundle.');
        const icon = await readFile(fileURLToPath(new URL('../public/favicon.svg', import.meta.url)), 'utf8');
        const all = Object.keys(bundle).sort().join() + comeBack + icon;
        const id = revisionOf(all);
        const facts = {
          id,
          style: `/${style}`,
          files: [
            ...files.map((name) => ({ url: `/${name}`, revision: null })),
            { url: '/offline.js', revision: revisionOf(comeBack) },
            { url: '/favicon.svg', revision: revisionOf(icon) },
          ],
        };
        const worker = await scriptOf(source('worker/worker.ts'), `const BUILD = ${JSON.stringify(facts)};`);
        this.emitFile({ type: 'asset', fileName: 'offline.js', source: comeBack });
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker });
      },
    },
  };
}

const revisionOf = (content: string) => hash('sha256', content).slice(0, 12);

/** The names of the scripts that a page consists of, of the styles and of the font that is preloaded. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const names = new Set(Object.keys(bundle).filter((name) => /\.css$|figtree-latin-wght-normal.*\.woff2$/.test(name)));
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || names.has(name)) return;
    names.add(name);
    for (const imported of chunk.imports) visit(imported);
  };
  const isWanted = (id: string | null) => SOURCES.some((path) => id?.endsWith(`/apps/web/${path}`));
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && (chunk.isEntry || isWanted(chunk.facadeModuleId))) visit(chunk.fileName);
  }
  return [...names];
}

/** One file that begins with `intro`. Browsers run it as a classic script: not all of them know modules in a worker. */
async function scriptOf(entry: string, intro = ''): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife', intro } } },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [script] = outputs;
  if (script?.type !== 'chunk' || outputs.length > 1) throw new Error(`${entry} has to become one script.`);
  return script.code;
}
