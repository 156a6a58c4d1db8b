import * as wasm from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { TfjsBackend } from './bodypix-settings';
import type { WorkerSettings } from './worker-settings';

/** A backend of TensorFlow.js by its own name. */
export type BackendName = Exclude<TfjsBackend, 'auto'>;

/** Told to TensorFlow.js before any backend starts. */
export function configureTfjs({ tfjsUrl, backend }: WorkerSettings): void {
  // Threads would need cross-origin isolation and a worker from a blob, which the policy refuses.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  wasm.setWasmPaths(tfjsUrl);
  tf.env().set('SOFTWARE_WEBGL_ENABLED', takesSoftware(backend));
}

/** Of the backend that was chosen, or of all, those that seem to be there. */
export async function backendsHere(chosen: TfjsBackend): Promise<readonly BackendName[]> {
  const names = namesOf(chosen);
  const found = await Promise.all(names.map((name) => isThere(name, chosen)));
  return names.filter((_, at) => found[at]);
}

/** What a choice stands for. The surest comes first: it is what others have to beat. */
export const namesOf = (chosen: TfjsBackend): readonly BackendName[] =>
  chosen === 'auto' ? ['wasm', 'webgl', 'webgpu'] : [chosen];

/** Asked first, because TensorFlow.js says in the console what it misses. */
async function isThere(name: BackendName, chosen: TfjsBackend): Promise<boolean> {
  if (name === 'wasm') return true;
  if (name === 'webgl') return hasWebgl2(!takesSoftware(chosen));
  return 'gpu' in navigator && (await navigator.gpu.requestAdapter()) !== null;
}

/**
 * Whether a GPU that is only software will do. For who asks for it; otherwise it would take seconds
 * to measure and lose. One that does not own up to it is measured.
 */
const takesSoftware = (chosen: TfjsBackend): boolean => chosen === 'webgl';

function hasWebgl2(failIfMajorPerformanceCaveat: boolean): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const options = { failIfMajorPerformanceCaveat };
  return new OffscreenCanvas(1, 1).getContext('webgl2', options) !== null;
}
