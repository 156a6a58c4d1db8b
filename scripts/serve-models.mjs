import { createReadStream, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Where what `npm run models` puts into `models/` lies without it, for tests. */
const FOLDERS = {
  '/models/bodypix/': fileURLToPath(new URL('../../shared/data/bodypix', import.meta.url)),
  '/models/tfjs/': dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')) + '/dist',
};

const TYPES = { '.json': 'application/json', '.wasm': 'application/wasm' };

/**
 * A Vite plugin for tests: serves the test data's weights and TensorFlow.js' .wasm files as a host
 * serves them after `npm run models`. What is not there is a 404 and not the page.
 */
export function serveModels() {
  return {
    name: 'serve-models',
    configureServer({ middlewares }) {
      for (const [base, folder] of Object.entries(FOLDERS)) {
        middlewares.use(base, (request, response) => {
          const { pathname } = new URL(request.url, 'http://localhost');
          send(response, join(folder, normalize(decodeURIComponent(pathname))));
        });
      }
    },
  };
}

function send(response, file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  response.statusCode = stat?.isFile() ? 200 : 404;
  if (!stat?.isFile()) return void response.end('Not found');
  const type = TYPES[file.slice(file.lastIndexOf('.'))] ?? 'application/octet-stream';
  response.setHeader('Content-Type', type);
  createReadStream(file).pipe(response);
}
