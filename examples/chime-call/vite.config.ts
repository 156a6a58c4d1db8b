import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  // The studio's backgrounds.
  publicDir: fileURLToPath(new URL('../../apps/studio/public', import.meta.url)),
  appType: 'mpa',
  // The SDK was written for bundlers that know Node's name of the global object.
  define: { global: 'globalThis' },
  resolve: { tsconfigPaths: true },
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es' },
});
