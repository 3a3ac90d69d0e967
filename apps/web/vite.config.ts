import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { iconsWithoutKeys } from './build/icons-without-keys.ts';
import { inlineEarly } from './build/inline-early.ts';
import { oneByte } from './build/one-byte.ts';
import { precompress } from './build/precompress.ts';
import { pureStatics } from './build/pure-statics.ts';
import { renderInDevelopment } from './build/render-in-development.ts';
import { separateCopy } from './build/separate-copy.ts';
import { serviceWorker } from './build/service-worker.ts';
import { words } from './build/words.ts';

/** The API must see the page's own host, or it would refuse requests as cross-site. */
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:3001', changeOrigin: false };

const productionRouter = [
  { find: /^react-router\/dom$/, replacement: routerFile('dom-export') },
  { find: /^react-router$/, replacement: routerFile('index') },
];

export default defineConfig(({ command, isSsrBuild }) => ({
  // Otherwise React would decide at run time, and be slow unless whoever starts the server thought of it.
  define: isSsrBuild ? { 'process.env.NODE_ENV': JSON.stringify('production') } : {},
  // For the named widths of @lantern/ui/breakpoints.css.
  css: { transformer: 'lightningcss', lightningcss: { drafts: { customMedia: true } } },
  plugins: [
    words(),
    react(),
    preloadFont(/figtree-latin-wght-normal.*\.woff2$/),
    inlineEarly(),
    renderInDevelopment(api.target),
    // Subscriptions are for the admin area alone.
    separateCopy('@trpc/client', 'src/admin/live/live-client.ts'),
    // Its classes for web sockets would come with the rest of it.
    pureStatics(/[\\/](@trpc|react-router)[\\/]/),
    iconsWithoutKeys(),
    serviceWorker(),
    precompress(),
    oneByte(),
  ],
  // Packages have another build for development, with warnings that nobody reads in a shop.
  resolve: { alias: command === 'build' && !isSsrBuild ? productionRouter : [] },
  appType: 'custom',
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // All styles together are as small as the page that is looked at first needs them to be: one file, one request.
    cssCodeSplit: false,
    // The content security policy allows nothing inline, including fonts and images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // Some three per cent smaller than what Vite does by itself. Functions in place of their calls are more code.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { ecma: 2022, module: true, compress: { passes: 5, inline: 1 } },
    modulePreload: {
      // A browser that does not know the hint loads the file when it is imported.
      polyfill: false,
      // Whoever asks for a chunk has loaded this one.
      resolveDependencies: (_, files) => files.filter((file) => !file.includes('rolldown-runtime')),
    },
    rolldownOptions: {
      output: {
        // The server keeps its source in memory; stack traces need the names.
        minify: isSsrBuild && { mangle: false, compress: true, codegen: true },
        // The first script names most of the others, and nothing of a hash can be compressed.
        chunkFileNames: isSsrBuild ? undefined : 'assets/[name]-[hash:7].js',
        hashCharacters: 'base36',
        codeSplitting: isSsrBuild
          ? // A server that runs while the next build replaces its files has read everything.
            false
          : // What the first script imports is one file: otherwise, whatever other pages need as well would be one each.
            { groups: [{ name: 'shop', tags: ['$initial'] }] },
      },
    },
  },
  // The server loads what is built without looking for packages.
  ssr: { noExternal: command === 'build' || [/^@lantern\//, '@lobehub/fluent-emoji-3d'] },
  server: {
    port: Number(process.env.PORT ?? 3000),
    strictPort: true,
    proxy: {
      '^/([a-z]{2,3}/)?trpc/': api,
      '/media': api,
      '/invoices': api,
      '^/([a-z]{2,3}/)?feeds/': api,
      '^/(robots\\.txt|sitemap(-\\d+)?\\.xml)$': api,
      '^/admin/(images|activity\\.(csv|jsonl)|mails/\\d+\\.html)': api,
    },
  },
}));

function routerFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`react-router`).replace(/dist\/.*$/, `dist/production/${name}.mjs`));
}

/** The stylesheet names the font only once it has loaded: a preload avoids a visible change of typeface. */
function preloadFont(name: RegExp): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => name.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head-prepend',
          })),
    },
  };
}
