import { shardPathsOf } from '@cyclorama/inference';
import { fetchAsset } from '../assets/fetch-asset';
import { ModelLoadError } from '../errors';
import { bytesOfWeights } from './bytes-of-weights';

/** What to do when weights are not there, or not what they should be. */
export const MODELS_REMEDY =
  "The weights are not part of the package: get them by 'npm run models' in Cyclorama's repository " +
  'and serve its models folder, or name another address in settings.modelUrl or settings.assetsUrl.';

/** A graph model of TensorFlow.js. */
export interface FetchedModel {
  /** The parsed `model.json`. */
  readonly model: object;
  /** Its shards, one after the other. */
  readonly weights: Uint8Array<ArrayBuffer>;
}

/**
 * Fetches a `model.json` and its shards.
 * @throws ModelLoadError that names the address, what is wrong there, and what to do.
 */
export async function fetchWeights(modelUrl: string): Promise<FetchedModel> {
  const model = parsed(modelUrl, await fetchAsset(modelUrl, MODELS_REMEDY));
  const urls = within(modelUrl, () => shardPathsOf(model).map((path) => urlBeside(modelUrl, path)));
  const shards = await Promise.all(urls.map((url) => fetchAsset(url, MODELS_REMEDY)));
  const weights = joined(shards);
  const wanted = within(modelUrl, () => bytesOfWeights(model));
  if (weights.length === wanted) return { model, weights };
  throw new ModelLoadError(
    `${urls.join(', ')} must have ${wanted} bytes for ${modelUrl} and has ${weights.length}. ` +
      MODELS_REMEDY,
  );
}

function parsed(url: string, bytes: Uint8Array): object {
  const text = new TextDecoder().decode(bytes);
  // Hosts of single pages answer every address with the page.
  return within(url, () => {
    const model: unknown = JSON.parse(text);
    if (typeof model === 'object' && model !== null) return model;
    throw new TypeError(`it is a ${typeof model}`);
  });
}

function within<T>(url: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = `${url} is no graph model of TensorFlow.js (${String(cause)}). ${MODELS_REMEDY}`;
    throw new ModelLoadError(message, { cause });
  }
}

/**
 * The address of a shard. It has to lie beside its model or below: a file must not send the page's
 * requests, which bear its cookies, to wherever it likes.
 */
function urlBeside(modelUrl: string, path: string): string {
  if (!URL.canParse('.', modelUrl)) throw new TypeError('no shards can lie beside such an address');
  const url = URL.canParse(path, modelUrl) ? new URL(path, modelUrl).href : '';
  if (url.startsWith(new URL('.', modelUrl).href)) return url;
  throw new TypeError(`the shard '${path}' does not lie in its folder`);
}

function joined(shards: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(shards.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const shard of shards) {
    whole.set(shard, at);
    at += shard.length;
  }
  return whole;
}
