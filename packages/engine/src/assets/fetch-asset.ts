import { ModelLoadError } from '../errors';

/**
 * Fetches a file of the engine.
 * @throws ModelLoadError that names the address, and what to do.
 */
export async function fetchAsset(url: string): Promise<Response> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new ModelLoadError(`${url} cannot be fetched (${String(cause)}). ${REMEDY}`, { cause });
  });
  if (response.ok) return response;
  throw new ModelLoadError(`${url} cannot be fetched: HTTP status ${response.status}. ${REMEDY}`);
}

const REMEDY =
  "Serve the engine's assets folder from the page's origin and name it in options.assetsUrl.";

/**
 * Fetches and compiles a kernel module, from whatever MIME type it is served as.
 * @throws ModelLoadError where that is no module.
 */
export async function fetchModule(url: string): Promise<WebAssembly.Module> {
  const bytes = await (await fetchAsset(url)).arrayBuffer();
  return WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw new ModelLoadError(`${url} is no WebAssembly module. ${REMEDY}`, { cause });
  });
}
