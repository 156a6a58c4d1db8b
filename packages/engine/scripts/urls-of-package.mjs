// In the sources `new URL('…', import.meta.url)` names TypeScript and the assets as they lie there. In
// the package it must name what is there, in the same form, by which an app's bundler finds workers
// and assets.
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';

const NEW_URL = /new URL\(\s*'(\.[^']*)',\s*import\.meta\.url\s*,?\s*\)/g;

/**
 * A rolldown plugin for modules that all end in one folder.
 * @param {string} outDir - Where the modules are written.
 * @param {(entry: string) => void} onWorker - Gets the source of each worker that a module starts.
 */
export function urlsOfPackage(outDir, onWorker) {
  const addressOf = (file) => {
    if (!existsSync(file)) throw new Error(`${file} is named by new URL() and is missing.`);
    if (!file.endsWith('.ts')) return relative(outDir, file).replaceAll('\\', '/');
    onWorker(file);
    return `./${basename(file, '.ts')}.js`;
  };
  return {
    name: 'urls-of-package',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null;
      const rewritten = code.replaceAll(
        NEW_URL,
        (_, path) => `new URL('${addressOf(resolve(dirname(id), path))}', import.meta.url)`,
      );
      return { code: rewritten, map: null };
    },
  };
}
