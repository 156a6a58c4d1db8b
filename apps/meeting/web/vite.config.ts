import { backgroundPictures } from '@cyclorama/background-picker/vite-plugins';
import { defineConfig } from 'vite';

export default defineConfig({
  // The page works from any folder.
  base: './',
  // What is not there is a 404, not the page.
  appType: 'mpa',
  // The engine's sources, without a build of it.
  resolve: { tsconfigPaths: true },
  // The SDK's dependencies look for Node's.
  define: { global: 'globalThis' },
  build: {
    target: 'es2023',
    // The policy refuses data: for what is fetched.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The SDK of a call is one piece.
    chunkSizeWarningLimit: 4096,
  },
  worker: { format: 'es' },
  plugins: [backgroundPictures()],
});
