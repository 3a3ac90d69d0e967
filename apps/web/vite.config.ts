import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.API_URL ?? 'http://127.0.0.1:3001';

export default defineConfig({
  plugins: [react()],
  // The page's security policy allows nothing inline, fonts and pictures included.
  build: { assetsInlineLimit: 0 },
  server: {
    port: Number(process.env.PORT ?? 3000),
    strictPort: true,
    proxy: { '/trpc': api, '/media': api },
  },
});
