import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, preview, type InlineConfig } from 'vite';
import { STRICT_HEADERS } from '../../../../scripts/strict-headers.mjs';

const PAGE = fileURLToPath(new URL('../page', import.meta.url));
const STUDIO = fileURLToPath(new URL('../../../../apps/studio', import.meta.url));
/** Several runs may build at the same time. */
const CACHE = fileURLToPath(new URL(`../.cache/${process.pid}`, import.meta.url));

/** A built page, served from this machine under the strict policy. */
export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the page on which the engine is tested, and serves it. */
export function openTestSite(): Promise<Site> {
  return openSite({
    root: PAGE,
    configFile: false,
    worker: { format: 'es' },
    build: { outDir: `${CACHE}/page`, target: 'es2023', assetsInlineLimit: 0 },
    preview: { headers: { ...STRICT_HEADERS } },
  });
}

/** Builds the studio and serves it, both by its own configuration. */
export function openStudio(): Promise<Site> {
  return openSite({ root: STUDIO, build: { outDir: `${CACHE}/studio` } });
}

async function openSite(config: InlineConfig): Promise<Site> {
  await build({ logLevel: 'error', ...config, build: { ...config.build, emptyOutDir: true } });
  const server = await preview({
    ...config,
    preview: { ...config.preview, host: '127.0.0.1', port: 0 },
  });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      await rm(CACHE, { recursive: true, force: true });
    },
  };
}
