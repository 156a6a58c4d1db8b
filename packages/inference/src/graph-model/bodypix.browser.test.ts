import { testBodypix } from '../testing/bodypix-suite';
import { fetchBackend } from '../testing/browser-models';

async function fetchShared(path: string): Promise<Uint8Array> {
  const response = await fetch(`/@fs${__SHARED_DATA__}/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

testBodypix(__SHARED_DATA__ ? fetchShared : undefined, {
  'relaxed wasm': () => fetchBackend('relaxed'),
  'plain wasm': () => fetchBackend('plain'),
});
