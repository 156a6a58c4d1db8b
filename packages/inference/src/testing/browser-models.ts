import { instantiateKernels } from '@cyclorama/kernels';
import relaxedUrl from '@cyclorama/kernels/kernels-relaxed.wasm?url';
import simdUrl from '@cyclorama/kernels/kernels.wasm?url';
import generalUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';
import landscapeUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import type { Backend } from '../backend';
import { loadPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import { wasmBackend } from '../wasm/wasm-backend';

const KERNELS = { relaxed: relaxedUrl, plain: simdUrl } as const;

/** The two models as a browser fetches them, and the folder of their golden files. */
export const BROWSER_MODELS = [
  { name: 'the landscape model', url: landscapeUrl, folder: 'selfie-landscape' },
  { name: 'the general model', url: generalUrl, folder: 'selfie-general' },
] as const;

/** Fetches a model and makes its plan. */
export async function fetchPlan(url: string): Promise<Plan> {
  return loadPlan(new Uint8Array(await (await fetch(url)).arrayBuffer()));
}

/** The backend on one of the two kernel builds. */
export async function fetchBackend(build: keyof typeof KERNELS): Promise<Backend> {
  const bytes = await (await fetch(KERNELS[build])).arrayBuffer();
  return wasmBackend(await instantiateKernels(await WebAssembly.compile(bytes)));
}
