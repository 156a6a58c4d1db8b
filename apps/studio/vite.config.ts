import { defineConfig, type Plugin } from 'vite';

/** Sent with every response: a header on the page alone would leave the workers free. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "style-src 'self'",
    "connect-src 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
};

/** The preview's own `headers` leave out answers without a body, such as 304 and 404. */
const headersOnEveryResponse: Plugin = {
  name: 'headers-on-every-response',
  configurePreviewServer({ middlewares }) {
    middlewares.use((_request, response, next) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      next();
    });
  },
};

export default defineConfig({
  // The page works from any folder of any static host.
  base: './',
  // What is not there is a 404, not the page.
  appType: 'mpa',
  build: {
    target: 'es2023',
    // The policy refuses data: for what is fetched.
    assetsInlineLimit: 0,
    // The polyfill would be a script of its own for browsers that cannot run the engine anyway.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  plugins: [headersOnEveryResponse],
});
