import { ModelLoadError } from '../errors';

/** What to do when an asset is not what it should be. */
export const ASSETS_REMEDY =
  "Serve the engine's assets folder from the page's origin and name it in options.assetsUrl.";

/**
 * Fetches a file of the engine, whole.
 * @param remedy - What to do where it is not there.
 * @throws ModelLoadError that names the address, and what to do.
 */
export async function fetchAsset(
  url: string,
  remedy = ASSETS_REMEDY,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    const message = `${url} cannot be fetched (${String(cause)}). ${remedy}`;
    throw new ModelLoadError(message, { cause });
  }
}

/**
 * Fetches and compiles a kernel module, from whatever MIME type it is served as.
 * @throws ModelLoadError where that is no module.
 */
export async function fetchModule(url: string): Promise<WebAssembly.Module> {
  const bytes = await fetchAsset(url);
  return WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw new ModelLoadError(`${url} is no WebAssembly module. ${ASSETS_REMEDY}`, { cause });
  });
}
