import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, preview } from 'vite';
import { STRICT_HEADERS } from '../../../../../scripts/strict-headers.mjs';

/** A built page, served from this machine. */
export interface CallSite {
  readonly address: string;
  close(): Promise<void>;
}

export interface CallSiteOptions {
  /** The SDK's own loop over processors keeps time by a worker that it makes of a blob. */
  readonly blobWorkers?: boolean;
}

/** The strict policy, with the one more host to which calls go. */
function headersFor(endpoint: string, { blobWorkers }: CallSiteOptions): Record<string, string> {
  const policy = STRICT_HEADERS['Content-Security-Policy']
    .replace("connect-src 'self'", `$& ${endpoint} ${endpoint.replace('http', 'ws')}`)
    .replace("worker-src 'self'", blobWorkers ? '$& blob:' : '$&');
  return { ...STRICT_HEADERS, 'Content-Security-Policy': policy };
}

/**
 * Builds a page that talks by the Chime SDK, and serves it under the strict policy.
 * @param root - The folder of its `index.html`.
 * @param endpoint - The meeting service's address.
 */
export async function openCallSite(
  root: string,
  endpoint: string,
  options: CallSiteOptions = {},
): Promise<CallSite> {
  // Several runs may build at the same time.
  const outDir = resolve(root, `.cache/page-${process.pid}`);
  const config = {
    root,
    configFile: false as const,
    logLevel: 'error' as const,
    resolve: { tsconfigPaths: true },
    // The SDK was written for bundlers that know Node's names.
    define: { global: 'globalThis' },
    worker: { format: 'es' as const },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
    },
    preview: { host: '127.0.0.1', port: 0, headers: headersFor(endpoint, options) },
  };
  await build(config);
  const server = await preview(config);
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
