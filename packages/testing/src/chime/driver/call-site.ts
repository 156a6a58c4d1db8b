import { build, preview } from 'vite';
import { STRICT_HEADERS } from '../../../../../scripts/strict-headers.mjs';

/** A built page, served from this machine. */
export interface CallSite {
  readonly address: string;
  close(): Promise<void>;
}

/** The strict policy, with the one more host to which calls go. */
const headersFor = (endpoint: string): Record<string, string> => ({
  ...STRICT_HEADERS,
  'Content-Security-Policy': STRICT_HEADERS['Content-Security-Policy'].replace(
    "connect-src 'self'",
    `connect-src 'self' ${endpoint} ${endpoint.replace('http', 'ws')}`,
  ),
});

/**
 * Builds a page that talks by the Chime SDK, and serves it under the strict policy.
 * @param root - The folder of its `index.html`.
 * @param endpoint - The meeting service's address.
 */
export async function openCallSite(root: string, endpoint: string): Promise<CallSite> {
  const config = {
    root,
    configFile: false as const,
    logLevel: 'error' as const,
    resolve: { tsconfigPaths: true },
    // The SDK was written for bundlers that know Node's names.
    define: { global: 'globalThis' },
    worker: { format: 'es' as const },
    build: {
      outDir: '.cache/page',
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
    },
    preview: { host: '127.0.0.1', port: 0, headers: headersFor(endpoint) },
  };
  await build(config);
  const server = await preview(config);
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
