import {
  backgroundPickerInThePage,
  backgroundPictures,
} from '@cyclorama/background-picker/vite-plugins';
import { defineConfig, type Plugin } from 'vite';
import { headersFile, PAGE_POLICY, STRICT_HEADERS } from '../../scripts/strict-headers.mjs';

/** The preview's own `headers` leave out answers without a body, such as 304 and 404. */
const headersOnEveryResponse: Plugin = {
  name: 'headers-on-every-response',
  configurePreviewServer({ middlewares }) {
    middlewares.use((_request, response, next) => {
      for (const [name, value] of Object.entries(STRICT_HEADERS)) response.setHeader(name, value);
      next();
    });
  },
};

/** For hosts that read the headers from a file. */
const headersBesideThePage: Plugin = {
  name: 'headers-beside-the-page',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
  },
};

/** For hosts that send no headers of ours: this holds the page at least, though not its workers. */
const policyInThePage: Plugin = {
  name: 'policy-in-the-page',
  apply: 'build',
  transformIndexHtml() {
    const attrs = { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY };
    return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
  },
};

export default defineConfig({
  // The page works from any folder of any static host.
  base: './',
  // What is not there is a 404, not the page.
  appType: 'mpa',
  // The engine's sources, without a build of it.
  resolve: { tsconfigPaths: true },
  build: {
    // What `npm run build` is for lies at the root.
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'es2023',
    // The policy refuses data: for what is fetched.
    assetsInlineLimit: 0,
    // The polyfill would be a script of its own for browsers that cannot run the engine anyway.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  plugins: [
    headersOnEveryResponse,
    headersBesideThePage,
    policyInThePage,
    backgroundPictures(),
    backgroundPickerInThePage(),
  ],
});
