import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The API hears the host that the page came from, or it would take the page for another site's. */
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:3001', changeOrigin: false };

export default defineConfig({
  plugins: [react(), preloadFont(/figtree-latin-wght-normal.*\.woff2$/)],
  // The page's security policy allows nothing inline, fonts and pictures included.
  build: { assetsInlineLimit: 0 },
  server: {
    port: Number(process.env.PORT ?? 3000),
    strictPort: true,
    proxy: { '/trpc': api, '/media': api, '^/admin/(images|activity\\.(csv|jsonl))': api },
  },
});

/** The stylesheet names the font only once it is read: telling the browser at once spares the text a change of face. */
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
