import type { AssetUrls } from '../worker/messages';

/**
 * Where the engine's files are served.
 * @param assetsUrl - The folder; without it, where the bundler put them.
 */
export function assetUrls(assetsUrl?: string | URL): AssetUrls {
  return assetsUrl === undefined ? BUNDLED() : inFolder(String(assetsUrl));
}

// Bundlers look for exactly this form, one literal a file.
const BUNDLED = (): AssetUrls => ({
  kernels: new URL('../../assets/kernels.wasm', import.meta.url).href,
  relaxedKernels: new URL('../../assets/kernels-relaxed.wasm', import.meta.url).href,
  landscape: new URL('../../assets/selfie-landscape.tflite', import.meta.url).href,
  general: new URL('../../assets/selfie-general.tflite', import.meta.url).href,
});

function inFolder(folder: string): AssetUrls {
  const base = new URL(folder.endsWith('/') ? folder : `${folder}/`, document.baseURI);
  return {
    kernels: new URL('kernels.wasm', base).href,
    relaxedKernels: new URL('kernels-relaxed.wasm', base).href,
    landscape: new URL('selfie-landscape.tflite', base).href,
    general: new URL('selfie-general.tflite', base).href,
  };
}
