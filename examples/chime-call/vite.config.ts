import { backgroundPictures } from '@cyclorama/background-picker/vite-plugins';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [backgroundPictures()],
  appType: 'mpa',
  // The SDK was written for bundlers that know Node's name of the global object.
  define: { global: 'globalThis' },
  resolve: { tsconfigPaths: true },
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es' },
});
