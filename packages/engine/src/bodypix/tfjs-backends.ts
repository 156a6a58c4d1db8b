import * as wasm from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { TfjsBackend } from './bodypix-settings';

/** A backend of TensorFlow.js by its own name. */
export type BackendName = Exclude<TfjsBackend, 'auto'>;

/** The surest first: it is what others have to beat. */
export const BACKENDS: readonly BackendName[] = ['wasm', 'webgl', 'webgpu'];

/** Told to TensorFlow.js before any backend starts. */
export function configureTfjs(wasmFolder: string): void {
  // Threads would need cross-origin isolation and a worker from a blob, which the policy refuses.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  wasm.setWasmPaths(wasmFolder);
}

/** Makes a backend the one in use. False where it does not work here. */
export async function useBackend(name: BackendName): Promise<boolean> {
  if (!(await IS_THERE[name]())) return false;
  return tf.setBackend(name);
}

/** Asked first, because TensorFlow.js says in the console what it misses. */
const IS_THERE: Record<BackendName, () => boolean | Promise<boolean>> = {
  wasm: () => true,
  webgl: () => openWebgl2() !== null,
  webgpu: async () => 'gpu' in navigator && (await navigator.gpu.requestAdapter()) !== null,
};

/** As TensorFlow.js asks for it: none of software only. */
function openWebgl2(): unknown {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const options = { failIfMajorPerformanceCaveat: true };
  return new OffscreenCanvas(1, 1).getContext('webgl2', options);
}
